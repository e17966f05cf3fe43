package health.stillwater.billing;

import java.time.Instant;

/** One webhook of Stripe's. */
public record NoticeView(String id, String type, NoticeStage stage, Instant receivedAt) {}
