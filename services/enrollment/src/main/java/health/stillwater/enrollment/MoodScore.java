package health.stillwater.enrollment;

import java.time.Instant;

/**
 * What a patient answered to the two first items of the PHQ-9, which together are the PHQ-2.
 *
 * @param at when they sent the answers
 * @param phq2 from 0 to 6; 3 and more speak for depression
 */
public record MoodScore(Instant at, int phq2) {}
