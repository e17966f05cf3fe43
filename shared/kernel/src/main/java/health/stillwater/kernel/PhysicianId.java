package health.stillwater.kernel;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one physician, everywhere. */
@Embeddable
public record PhysicianId(UUID value) {

    /** A new id, never used before. */
    public static PhysicianId next() {
        return new PhysicianId(UUID.randomUUID());
    }

    /**
     * Reads an id written by {@link #toString()}; throws {@link IllegalArgumentException} for any
     * other text.
     */
    public static PhysicianId of(String text) {
        return new PhysicianId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
