package health.stillwater.pharmacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient we are with a pharmacy's ordering system.
 *
 * @param timeout how long we wait for an answer before we call it unknown
 * @param askAgainAfter how long after an unknown outcome we ask
 * @param callAfter how long a canceled order may be unknown to it before a physician is asked to
 *     telephone
 * @param judgeAgainAfter how often an order that a check keeps here is judged again
 */
@Validated
@ConfigurationProperties("stillwater.pharmacy.line")
record LineSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("30s") Duration askAgainAfter,
        @DefaultValue("10m") Duration callAfter,
        @DefaultValue("10m") Duration judgeAgainAfter) {}
