package health.stillwater.enrollment;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import health.stillwater.kernel.Actor;
import health.stillwater.runtime.Acting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the identity vendor knocks. It believes nothing it cannot verify, and answers before the
 * work is done.
 */
@RestController
class IdentityWebhook {

    private static final List<String> SIGNED =
            List.of("webhook-id", "webhook-timestamp", "webhook-signature");

    private final IdentityInbox inbox;
    private final Webhook signatures;

    IdentityWebhook(IdentityInbox inbox, IdentitySettings settings)
            throws EmptyWebhookSecretException {
        this.inbox = inbox;
        this.signatures = new Webhook(settings.webhookSecret());
    }

    @PostMapping("/webhooks/identity")
    ResponseEntity<Void> receive(@RequestBody byte[] payload, @RequestHeader HttpHeaders headers) {
        var body = new String(payload, StandardCharsets.UTF_8);
        if (!verified(body, headers)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        var id = headers.getOrEmpty("webhook-id").getFirst();
        Acting.as(
                Actor.system("enrollment.identity-webhook"),
                () -> {
                    inbox.keep(id, body);
                    return null;
                });
        return ResponseEntity.accepted().build();
    }

    private boolean verified(String body, HttpHeaders headers) {
        if (SIGNED.stream().anyMatch(name -> headers.getOrEmpty(name).size() != 1)) {
            return false;
        }
        try {
            signatures.verify(
                    body,
                    Map.of(
                            "webhook-id", headers.getOrEmpty("webhook-id"),
                            "webhook-timestamp", headers.getOrEmpty("webhook-timestamp"),
                            "webhook-signature", headers.getOrEmpty("webhook-signature")));
            return true;
        } catch (WebhookVerificationException forged) {
            return false;
        }
    }
}
