package health.stillwater.licensing;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the boards are asked.
 *
 * @param boardUrl where they answer, without a slash at the end
 * @param timeout how long we wait for an answer before we call it unknown
 * @param askEvery how old a confirmation may be before the board is asked again; what the gate
 *     accepts is the rulebook's
 * @param lookEvery how often we look for confirmations that are that old
 * @param evidenceGoodFor how old a confirmation may be before a page says so
 */
@Validated
@ConfigurationProperties("stillwater.licensing")
record LicensingSettings(
        @NotNull URI boardUrl,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("12h") Duration askEvery,
        @DefaultValue("10m") Duration lookEvery,
        @DefaultValue("24h") Duration evidenceGoodFor) {}
