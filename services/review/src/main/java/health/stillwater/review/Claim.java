package health.stillwater.review;

import java.time.Instant;

/**
 * A physician's hold on a case.
 *
 * @param fence grows with every claim of the case; each later write carries it, so a holder who
 *     slept past the end changes nothing
 * @param until when the hold ends unless it is renewed
 */
public record Claim(long fence, Instant until) {}
