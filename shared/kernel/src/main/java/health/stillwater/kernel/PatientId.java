package health.stillwater.kernel;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one patient, everywhere. */
@Embeddable
public record PatientId(UUID value) {

    /** A new id, never used before. */
    public static PatientId next() {
        return new PatientId(UUID.randomUUID());
    }

    /**
     * Reads an id written by {@link #toString()}; throws {@link IllegalArgumentException} for any
     * other text.
     */
    public static PatientId of(String text) {
        return new PatientId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
