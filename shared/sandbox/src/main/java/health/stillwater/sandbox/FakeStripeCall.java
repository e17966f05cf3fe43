package health.stillwater.sandbox;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request to Stripe.
 *
 * @param path its segments, after {@code /v1/}
 * @param fields the query or the form, nested names as Stripe writes them: {@code items[0][price]}
 * @param key the idempotency key, when there is one
 */
record FakeStripeCall(
        String id,
        String method,
        List<String> path,
        SortedMap<String, String> fields,
        @Nullable String key) {

    static FakeStripeCall from(Request request, String id) {
        var address = URI.create(request.getUrl());
        var fields = new TreeMap<String, String>();
        read(address.getRawQuery(), fields);
        read(request.getBodyAsString(), fields);
        var path = List.of(address.getPath().replaceFirst("^/(v1/)?", "").split("/"));
        return new FakeStripeCall(
                id,
                request.getMethod().getName(),
                path,
                fields,
                request.getHeader("Idempotency-Key"));
    }

    private static void read(@Nullable String form, SortedMap<String, String> fields) {
        if (form == null || form.isEmpty()) {
            return;
        }
        for (var pair : form.split("&", -1)) {
            var cut = pair.indexOf('=');
            if (cut > 0) {
                var name = decoded(pair.substring(0, cut));
                fields.merge(name, decoded(pair.substring(cut + 1)), (one, two) -> one + "," + two);
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean writes() {
        return !method.equals("GET");
    }

    /** The part of the path at this place; empty beyond the end. */
    String part(int place) {
        return place < path.size() ? path.get(place) : "";
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    String required(String name) {
        return field(name)
                .orElseThrow(
                        () ->
                                FakeStripeRefusal.invalid(
                                        "parameter_missing",
                                        "Missing required param: " + name + ".",
                                        name));
    }

    /** Takes over {@code metadata[…]}; an empty value removes, as Stripe has it. */
    void copyMetadata(ObjectNode target) {
        var metadata = target.withObject("/metadata");
        for (var field : fields.entrySet()) {
            var name = field.getKey();
            if (!name.startsWith("metadata[") || !name.endsWith("]")) {
                continue;
            }
            var inner = name.substring("metadata[".length(), name.length() - 1);
            if (field.getValue().isEmpty()) {
                metadata.remove(inner);
            } else {
                metadata.put(inner, field.getValue());
            }
        }
    }

    /** What makes two requests the same request. */
    String content() {
        return method + " " + path + " " + fields;
    }
}
