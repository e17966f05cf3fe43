package health.stillwater.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything the pretended Stripe knows. Whoever uses it holds its lock. */
final class FakeStripeStore {

    private final Memory memory;
    private final Clock clock;
    private final ObjectNode all;

    FakeStripeStore(Clock clock, @Nullable Path file) {
        this.clock = clock;
        this.memory = new Memory(file);
        this.all = memory.recall(ObjectNode.class, Memory.JSON::createObjectNode);
    }

    Instant now() {
        return clock.instant();
    }

    /** A new object with the parts that every object of Stripe's has. */
    ObjectNode make(String object, String prefix) {
        return make(object, prefix, prefix + "_" + random());
    }

    ObjectNode make(String object, String prefix, String id) {
        var made = objects().putObject(id);
        made.put("id", id).put("object", object).put("created", now().getEpochSecond());
        made.put("livemode", false);
        if (!prefix.equals("evt")) {
            made.putObject("metadata");
        }
        return made;
    }

    static String random() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }

    ObjectNode get(String object, String id) {
        return find(id).filter(found -> found.path("object").asString("").equals(object))
                .orElseThrow(() -> FakeStripeRefusal.missing(object, id));
    }

    Optional<ObjectNode> find(String id) {
        return objects().get(id) instanceof ObjectNode found
                ? Optional.of(found)
                : Optional.empty();
    }

    /** All objects of a kind, newest first, as Stripe lists them. */
    List<ObjectNode> all(String object) {
        var found = new ArrayList<ObjectNode>();
        for (var one : objects()) {
            if (one.path("object").asString("").equals(object)) {
                found.addFirst((ObjectNode) one);
            }
        }
        return found;
    }

    /** The first whose field has this value. */
    Optional<ObjectNode> where(String object, String field, String value) {
        return all(object).stream()
                .filter(one -> one.path(field).asString("").equals(value))
                .findFirst();
    }

    private ObjectNode objects() {
        return all.withObject("/objects");
    }

    /** The number of a saved card: never shown, it decides how the card behaves. */
    String card(String paymentMethod) {
        return all.path("cards").path(paymentMethod).asString("");
    }

    void keepCard(String paymentMethod, String number) {
        all.withObject("/cards").put(paymentMethod, number);
    }

    /** What was answered under an idempotency key, for a day. */
    Optional<JsonNode> answered(String key) {
        var answer = all.withObject("/answers").get(key);
        var old = now().getEpochSecond() - 24 * 60 * 60;
        return Optional.ofNullable(answer).filter(kept -> kept.path("at").asLong() > old);
    }

    void keepAnswer(String key, String content, int status, JsonNode body) {
        var answer = Memory.JSON.createObjectNode();
        answer.put("content", content).put("status", status).put("at", now().getEpochSecond());
        answer.set("body", body.deepCopy());
        all.withObject("/answers").set(key, answer);
    }

    /** Takes the next number of a series, from 1. */
    long next(String series) {
        var numbers = all.withObject("/numbers");
        var next = numbers.path(series).asLong(0) + 1;
        numbers.put(series, next);
        return next;
    }

    void save() {
        memory.remember(all);
    }

    /** A list as Stripe writes it. */
    static ObjectNode list(String url, Iterable<? extends JsonNode> members, boolean more) {
        var list = Memory.JSON.createObjectNode();
        list.put("object", "list").put("url", url).put("has_more", more);
        var data = list.putArray("data");
        StreamSupport.stream(members.spliterator(), false).forEach(data::add);
        return list;
    }
}
