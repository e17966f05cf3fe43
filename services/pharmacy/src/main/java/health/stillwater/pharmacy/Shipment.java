package health.stillwater.pharmacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an order travels; the day it arrived once it has. */
public record Shipment(String carrier, String tracking, Instant shippedAt, @Nullable Instant deliveredAt) {}
