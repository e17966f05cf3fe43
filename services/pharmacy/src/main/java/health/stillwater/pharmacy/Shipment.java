package health.stillwater.pharmacy;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.Refusal;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How an order travels; the day it arrived once it has. */
@Embeddable
public record Shipment(
        String carrier, String tracking, Instant shippedAt, @Nullable Instant deliveredAt) {

    private static final int LENGTH_MAX = 100;

    static Shipment handedOver(String carrier, String tracking, Instant now) {
        return new Shipment(
                required(carrier, "Name the carrier."),
                required(tracking, "Give the tracking number."),
                now,
                null);
    }

    /** Carriers and forms tell minutes. */
    Shipment delivered(Instant at, Instant now) {
        if (at.isAfter(now) || at.isBefore(shippedAt.truncatedTo(ChronoUnit.MINUTES))) {
            throw new Refusal.Forbidden("The delivery must lie between the shipment and now.");
        }
        return new Shipment(carrier, tracking, shippedAt, at);
    }

    Fill fill(OrderId order, PharmacyId by, int daysSupply) {
        return new Fill(order, by, shippedAt, deliveredAt, daysSupply);
    }

    private static String required(String text, String orElse) {
        if (text.isBlank() || text.length() > LENGTH_MAX) {
            throw new Refusal.Forbidden(orElse);
        }
        return text.strip();
    }
}
