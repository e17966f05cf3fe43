package health.stillwater.kernel;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one pharmacy partner, everywhere. */
@Embeddable
public record PharmacyId(UUID value) {

    /** A new id, never used before. */
    public static PharmacyId next() {
        return new PharmacyId(UUID.randomUUID());
    }

    /**
     * Reads an id written by {@link #toString()}; throws {@link IllegalArgumentException} for any
     * other text.
     */
    public static PharmacyId of(String text) {
        return new PharmacyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
