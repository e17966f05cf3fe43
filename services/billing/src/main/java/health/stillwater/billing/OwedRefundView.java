package health.stillwater.billing;

import java.time.Instant;

/** Money that is owed back to a patient and that nobody has sent yet. */
public record OwedRefundView(RefundReason reason, Instant since) {}
