package health.stillwater.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When deciding is so quick that compliance asks why.
 *
 * @param within how far back we count
 * @param most so many decisions in that time raise no question yet
 * @param least a decision after a shorter look is hasty
 * @param hasty so many hasty decisions in that time raise the question
 */
@ConfigurationProperties("stillwater.review.pace")
record PaceSettings(
        @DefaultValue("30m") Duration within,
        @DefaultValue("12") int most,
        @DefaultValue("2m") Duration least,
        @DefaultValue("3") int hasty) {}
