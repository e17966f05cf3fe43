package health.stillwater.billing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How we speak with Stripe, and what a month costs.
 *
 * @param apiKey the secret key
 * @param webhookSecrets what webhooks are signed with: one, or two while it is being changed
 * @param base where Stripe is, when it is only pretended; absent in production
 * @param price what a month costs, in cents
 * @param productName all that stands on a receipt; no word of the treatment
 * @param connectTimeout how long to wait for a line to Stripe
 * @param readTimeout how long to wait for its answer
 * @param tolerance how old a webhook's signature may be
 * @param askEvery how often Stripe is asked about what it should have told us
 * @param askAfter how long an answer may be missing before it is asked for
 */
@Validated
@ConfigurationProperties("stillwater.stripe")
record StripeSettings(
        @NotBlank String apiKey,
        @NotEmpty List<@NotBlank String> webhookSecrets,
        @Nullable URI base,
        @DefaultValue("25000") @Positive long price,
        @DefaultValue("Stillwater membership") @NotBlank String productName,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("300s") Duration tolerance,
        @DefaultValue("5m") Duration askEvery,
        @DefaultValue("2m") Duration askAfter) {}
