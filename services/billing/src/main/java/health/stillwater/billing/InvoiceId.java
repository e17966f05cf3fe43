package health.stillwater.billing;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one invoice, with us; Stripe has a name of its own for it. */
@Embeddable
public record InvoiceId(UUID value) {

    /** A new id, never used before. */
    public static InvoiceId next() {
        return new InvoiceId(UUID.randomUUID());
    }

    /**
     * Reads an id written by {@link #toString()}; throws {@link IllegalArgumentException} for any
     * other text.
     */
    public static InvoiceId of(String text) {
        return new InvoiceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
