package health.stillwater.sandbox;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An account at the fake Twilio.
 *
 * @param inbound where texts from patients are delivered, exactly as it is signed
 */
public record TwilioAccount(
        String sid,
        String authToken,
        String messagingServiceSid,
        String number,
        @Nullable URI inbound) {

    /** The account of the demonstration and of the tests; none of it is a secret of anybody's. */
    public static TwilioAccount sandbox(@Nullable URI inbound) {
        return new TwilioAccount(
                "AC" + "5a".repeat(16),
                "sandbox-auth-token",
                "MG" + "5a".repeat(16),
                "+18135550100",
                inbound);
    }
}
