package health.stillwater.billing;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one refund, from the moment it was asked for. */
@Embeddable
public record RefundId(UUID value) {

    /** A new id, never used before. */
    public static RefundId next() {
        return new RefundId(UUID.randomUUID());
    }

    /**
     * Reads an id written by {@link #toString()}; throws {@link IllegalArgumentException} for any
     * other text.
     */
    public static RefundId of(String text) {
        return new RefundId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
