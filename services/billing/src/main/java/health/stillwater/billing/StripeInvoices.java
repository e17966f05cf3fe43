package health.stillwater.billing;

import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads an invoice as the present version of Stripe's interface writes it. */
final class StripeInvoices {

    private StripeInvoices() {}

    static InvoiceAtStripe read(Invoice invoice) {
        var moments = invoice.getStatusTransitions();
        return new InvoiceAtStripe(
                invoice.getId(),
                Objects.requireNonNullElse(invoice.getNumber(), invoice.getId()),
                stage(invoice.getStatus()),
                invoice.getAmountDue(),
                invoice.getAmountPaid(),
                Instant.ofEpochSecond(invoice.getCreated()),
                moments == null ? null : instant(moments.getPaidAt()),
                instant(invoice.getNextPaymentAttempt()),
                intent(invoice));
    }

    private static @Nullable Instant instant(@Nullable Long seconds) {
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }

    /** The payment that went through, else the one still open. */
    private static @Nullable String intent(Invoice invoice) {
        var payments = invoice.getPayments();
        if (payments == null) {
            return null;
        }
        var paid =
                payments.getData().stream()
                        .filter(payment -> "paid".equals(payment.getStatus()))
                        .findFirst();
        return paid.or(() -> payments.getData().stream().findFirst())
                .map(InvoicePayment::getPayment)
                .map(InvoicePayment.Payment::getPaymentIntent)
                .orElse(null);
    }

    private static InvoiceStage stage(String status) {
        return switch (status) {
            case "open" -> InvoiceStage.OPEN;
            case "paid" -> InvoiceStage.PAID;
            case "void" -> InvoiceStage.VOID;
            case "uncollectible" -> InvoiceStage.UNCOLLECTIBLE;
            default -> throw new IllegalStateException("a status we do not know: " + status);
        };
    }
}
