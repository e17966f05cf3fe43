package health.stillwater.checkins;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Our account at Twilio.
 *
 * @param accountSid its number at Twilio
 * @param authToken signs the calls both ways
 * @param messagingServiceSid the sender our texts come from
 * @param base where Twilio is pretended, in the sandbox only; empty for the real one
 * @param timeout how long we wait for an answer before we call it unknown
 */
@Validated
@ConfigurationProperties("stillwater.twilio")
record TwilioSettings(
        @NotBlank String accountSid,
        @NotBlank String authToken,
        @NotBlank String messagingServiceSid,
        @Nullable URI base,
        @DefaultValue("10s") Duration timeout) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "TwilioSettings[" + accountSid + "]";
    }
}
