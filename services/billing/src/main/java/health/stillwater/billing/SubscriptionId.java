package health.stillwater.billing;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one monthly plan of one patient. */
@Embeddable
public record SubscriptionId(UUID value) {

    /** A new id, never used before. */
    public static SubscriptionId next() {
        return new SubscriptionId(UUID.randomUUID());
    }

    /**
     * Reads an id written by {@link #toString()}; throws {@link IllegalArgumentException} for any
     * other text.
     */
    public static SubscriptionId of(String text) {
        return new SubscriptionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
