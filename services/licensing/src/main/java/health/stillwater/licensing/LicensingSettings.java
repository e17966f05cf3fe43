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
 * @param askSigningEvery the same for what a physician with signing access signs with, which must
 *     be known almost in real time
 * @param lookEvery how often we look for confirmations that are that old, and for what ends
 */
@Validated
@ConfigurationProperties("stillwater.licensing")
record LicensingSettings(
        @NotNull URI boardUrl,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("12h") Duration askEvery,
        @DefaultValue("2m") Duration askSigningEvery,
        @DefaultValue("1m") Duration lookEvery) {}
