package health.stillwater.pharmacy;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an order travels; the day it arrived once it has. */
@Embeddable
public record Shipment(String carrier, String tracking, Instant shippedAt, @Nullable Instant deliveredAt) {}
