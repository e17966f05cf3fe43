package health.stillwater.checkins;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the world reaches us.
 *
 * @param publicUrl scheme, host and port as seen from outside, without a slash at the end;
 *     signatures of webhooks are made over it, and what a proxy tells us is not believed
 */
@Validated
@ConfigurationProperties("stillwater")
record PublicAddress(@NotNull URI publicUrl) {

    /**
     * Where Twilio reports on one attempt of one text; our own number in it finds the text when the
     * reply was lost.
     */
    URI reportsOn(UUID message, int attempt) {
        return URI.create(
                publicUrl + "/webhooks/twilio/status?message=" + message + "&attempt=" + attempt);
    }
}
