package health.stillwater.enrollment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The vendor that proves identities and checks addresses.
 *
 * @param url where it answers, without a slash at the end
 * @param webhookSecret {@code whsec_…}; what it signs its notices with
 * @param timeout how long we wait for an answer before calling it unknown
 * @param askAfter how long after a session opens we ask about it, in case its notice was lost;
 *     later, less often
 */
@Validated
@ConfigurationProperties("stillwater.enrollment.identity")
record IdentitySettings(
        @NotNull URI url,
        @NotBlank String webhookSecret,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("1m") Duration askAfter) {}
