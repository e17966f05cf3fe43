package health.stillwater.sandbox;

import java.net.URI;
import java.util.Map;

/**
 * Where each part of the pretended world answers, and what it shares with the application. None of
 * the secrets protects anything.
 *
 * @param twilio the account texts are sent from
 * @param pharmacies by name
 */
public record SandboxAddresses(
        URI stripe,
        String stripeWebhookSecret,
        URI twilioBase,
        TwilioAccount twilio,
        URI board,
        URI identity,
        String identityWebhookSecret,
        URI epcs,
        String epcsKey,
        Map<String, PharmacyDoor> pharmacies) {

    /** Where one pharmacy hears of orders, and what they are signed with. */
    public record PharmacyDoor(URI webhook, String secret) {}
}
