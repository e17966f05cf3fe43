package health.stillwater.kernel;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one request of a patient for a prescription, from enrollment to the last check-in. */
@Embeddable
public record RequestId(UUID value) {

    /** A new id, never used before. */
    public static RequestId next() {
        return new RequestId(UUID.randomUUID());
    }

    /**
     * Reads an id written by {@link #toString()}; throws {@link IllegalArgumentException} for any
     * other text.
     */
    public static RequestId of(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
