package health.stillwater.pharmacy;

import java.time.Instant;

/** Why a pharmacist did not fill an order. */
public record Rejection(RefusalReason reason, String note, Instant at) {}
