package health.stillwater.pharmacy;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one order at a pharmacy; the pharmacy knows it by the same id. */
@Embeddable
public record OrderId(UUID value) {

    /** A new id, never used before. */
    public static OrderId next() {
        return new OrderId(UUID.randomUUID());
    }

    /**
     * Reads an id written by {@link #toString()}; throws {@link IllegalArgumentException} for any
     * other text.
     */
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
