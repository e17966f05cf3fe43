package health.stillwater.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One text at the fake Twilio, either way.
 *
 * @param inbound whether the patient wrote it
 * @param status as Twilio names it: queued, sent, delivered, undelivered, received
 * @param createdAt as ISO text
 */
public record TwilioText(
        String sid,
        boolean inbound,
        String from,
        String to,
        String body,
        String status,
        @Nullable Integer errorCode,
        String createdAt,
        @Nullable String statusCallback) {

    /** Twilio writes the zone as numbers; its SDK reads nothing else. */
    private static final DateTimeFormatter TOLD =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    static String newSid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    TwilioText with(String status, @Nullable Integer errorCode) {
        return new TwilioText(
                sid, inbound, from, to, body, status, errorCode, createdAt, statusCallback);
    }

    /** As Twilio's API tells it. */
    Map<String, @Nullable Object> told(TwilioAccount account) {
        var at = TOLD.format(Instant.parse(createdAt).atOffset(ZoneOffset.UTC));
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("sid", sid);
        told.put("account_sid", account.sid());
        told.put("messaging_service_sid", inbound ? null : account.messagingServiceSid());
        told.put("api_version", "2010-04-01");
        told.put("direction", inbound ? "inbound" : "outbound-api");
        told.put("from", from);
        told.put("to", to);
        told.put("body", body);
        told.put("status", status);
        told.put("error_code", errorCode);
        told.put("error_message", null);
        told.put("num_media", "0");
        told.put("num_segments", "1");
        told.put("price", null);
        told.put("price_unit", "USD");
        told.put("date_created", at);
        told.put("date_updated", at);
        told.put("date_sent", status.equals("queued") ? null : at);
        told.put("uri", "/2010-04-01/Accounts/" + account.sid() + "/Messages/" + sid + ".json");
        told.put("subresource_uris", Map.of());
        return told;
    }
}
