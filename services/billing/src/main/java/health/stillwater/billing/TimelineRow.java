package health.stillwater.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an account, here or at Stripe.
 *
 * @param reference Stripe's id of what it happened to
 */
public record TimelineRow(Instant at, String words, @Nullable String reference) {}
