package health.stillwater.checkins;

import health.stillwater.kernel.Actor;
import health.stillwater.runtime.Acting;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Twilio knocks. It believes nothing it cannot verify, and answers before the work is done.
 */
@RestController
class TwilioWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(TwilioWebhook.class);
    private static final String SIGNATURE = "X-Twilio-Signature";
    private static final String NOTHING_TO_SAY = "<Response/>";

    private final TwilioLine twilio;
    private final Postbox postbox;
    private final PublicAddress address;

    TwilioWebhook(TwilioLine twilio, Postbox postbox, PublicAddress address) {
        this.twilio = twilio;
        this.postbox = postbox;
        this.address = address;
    }

    /** A patient wrote. */
    @PostMapping("/webhooks/twilio/inbound")
    ResponseEntity<String> inbound(
            HttpServletRequest request,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature) {
        var form = form(request);
        return answer(request, form, signature, () -> postbox.keepReply(form));
    }

    /** Something became of a text of ours. */
    @PostMapping("/webhooks/twilio/status")
    ResponseEntity<String> status(
            HttpServletRequest request,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature) {
        var form = form(request);
        return answer(
                request,
                form,
                signature,
                () -> postbox.keepReport(form, message(request), attempt(request)));
    }

    private ResponseEntity<String> answer(
            HttpServletRequest request,
            Map<String, String> form,
            @Nullable String signature,
            Runnable keep) {
        if (signature == null || !twilio.signed(calledAs(request), form, signature)) {
            LOG.warn(
                    "A message to {} was not signed by Twilio for this address.",
                    request.getRequestURI());
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        if (!form.containsKey("MessageSid")) {
            LOG.error("Twilio brought a message without a number to {}.", request.getRequestURI());
            return ResponseEntity.badRequest().build();
        }
        Acting.as(
                Actor.system("checkins.twilio-webhook"),
                () -> {
                    keep.run();
                    return null;
                });
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NOTHING_TO_SAY);
    }

    /**
     * The address as Twilio called it, from our settings: what a proxy says of it can be forged.
     */
    private String calledAs(HttpServletRequest request) {
        var query = request.getQueryString();
        return address.publicUrl() + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /**
     * The fields that were posted, without those of the address: the two are signed differently.
     */
    private static Map<String, String> form(HttpServletRequest request) {
        var inAddress = namesIn(request.getQueryString());
        var form = new HashMap<String, String>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (!inAddress.contains(name)) {
                                form.put(name, values[0]);
                            }
                        });
        return form;
    }

    private static Set<String> namesIn(@Nullable String query) {
        return query == null
                ? Set.of()
                : Arrays.stream(query.split("&", -1))
                        .map(pair -> pair.replaceFirst("=.*", ""))
                        .collect(Collectors.toSet());
    }

    private static @Nullable UUID message(HttpServletRequest request) {
        var text = request.getParameter("message");
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable Integer attempt(HttpServletRequest request) {
        var text = request.getParameter("attempt");
        return text == null ? null : Integer.valueOf(text);
    }
}
