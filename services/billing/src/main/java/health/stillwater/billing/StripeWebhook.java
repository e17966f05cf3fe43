package health.stillwater.billing;

import health.stillwater.kernel.Actor;
import health.stillwater.runtime.Acting;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Stripe knocks. It believes nothing it cannot verify, and answers before the work is done.
 */
@RestController
class StripeWebhook {

    private final StripeLine line;
    private final StripeInbox inbox;

    StripeWebhook(StripeLine line, StripeInbox inbox) {
        this.line = line;
        this.inbox = inbox;
    }

    @PostMapping("/webhooks/stripe")
    ResponseEntity<Void> create(
            @RequestBody byte[] body,
            @RequestHeader(name = "Stripe-Signature", defaultValue = "") String signature) {
        try {
            var payload =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            if (!line.signed(payload, signature)) {
                return ResponseEntity.badRequest().build();
            }
            Acting.as(
                    Actor.system("billing.stripe-webhook"),
                    () -> {
                        inbox.keep(payload);
                        return null;
                    });
            return ResponseEntity.status(HttpStatus.ACCEPTED).build();
        } catch (CharacterCodingException garbled) {
            return ResponseEntity.badRequest().build();
        }
    }
}
