package health.stillwater.sandbox;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers every question that changes nothing: one object, a list, a search. */
final class FakeStripeReads {

    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("charges", "charge"),
                    Map.entry("checkout/sessions", "checkout.session"),
                    Map.entry("customers", "customer"),
                    Map.entry("events", "event"),
                    Map.entry("invoice_payments", "invoice_payment"),
                    Map.entry("invoices", "invoice"),
                    Map.entry("payment_intents", "payment_intent"),
                    Map.entry("payment_methods", "payment_method"),
                    Map.entry("prices", "price"),
                    Map.entry("products", "product"),
                    Map.entry("refunds", "refund"),
                    Map.entry("setup_intents", "setup_intent"),
                    Map.entry("subscriptions", "subscription"));

    private static final List<String> FILTERS =
            List.of("charge", "customer", "email", "invoice", "payment_intent", "product", "type");
    private static final Pattern SEARCH = Pattern.compile("metadata\\['([^']+)']:'([^']*)'");

    private final FakeStripeStore store;

    FakeStripeReads(FakeStripeStore store) {
        this.store = store;
    }

    ObjectNode answer(FakeStripeCall call) {
        var path = String.join("/", call.path());
        if (KINDS.containsKey(path)) {
            return list(call, "/v1/" + path, KINDS.get(path));
        }
        if (path.matches("customers/[^/]+/payment_methods")) {
            call.fields().put("customer", call.part(1));
            return list(call, "/v1/" + path, "payment_method");
        }
        var cut = path.lastIndexOf('/');
        var kind = cut < 0 ? null : KINDS.get(path.substring(0, cut));
        if (kind == null) {
            throw FakeStripeRefusal.missing("path", path);
        }
        var id = path.substring(cut + 1);
        return id.equals("search") ? search(call, kind) : store.get(kind, id);
    }

    private ObjectNode list(FakeStripeCall call, String url, String kind) {
        var found = store.all(kind).stream().filter(asked(call, kind)).toList();
        var after = call.field("starting_after").orElse("");
        var ids = found.stream().map(one -> one.path("id").asString("")).toList();
        var from = after.isEmpty() ? 0 : ids.indexOf(after) + 1;
        var to =
                Math.min(
                        found.size(), from + call.field("limit").map(Integer::parseInt).orElse(10));
        return FakeStripeStore.list(url, found.subList(from, to), to < found.size());
    }

    private static Predicate<ObjectNode> asked(FakeStripeCall call, String kind) {
        Predicate<ObjectNode> asked = one -> true;
        for (var name : FILTERS) {
            var wanted = call.field(name);
            if (wanted.isPresent()) {
                asked = asked.and(one -> one.path(name).asString("").equals(wanted.get()));
            }
        }
        var subscription = call.field("subscription");
        if (subscription.isPresent()) {
            asked =
                    asked.and(
                            one ->
                                    FakeStripeInvoices.subscriptionOf(one)
                                            .equals(subscription.get()));
        }
        return asked.and(ofStatus(call.field("status").orElse(""), kind));
    }

    /** Subscriptions that ended are left out unless asked for. */
    private static Predicate<ObjectNode> ofStatus(String status, String kind) {
        return switch (status) {
            case "all" -> one -> true;
            case "" ->
                    one ->
                            !kind.equals("subscription")
                                    || !one.path("status").asString("").equals("canceled");
            default -> one -> one.path("status").asString("").equals(status);
        };
    }

    private ObjectNode search(FakeStripeCall call, String kind) {
        var wanted = SEARCH.matcher(call.required("query")).results().toList();
        var found =
                store.all(kind).stream()
                        .filter(
                                one ->
                                        wanted.stream()
                                                .allMatch(
                                                        word ->
                                                                one.path("metadata")
                                                                        .path(word.group(1))
                                                                        .asString("")
                                                                        .equals(word.group(2))))
                        .toList();
        var answer = FakeStripeStore.list("/v1/" + call.part(0) + "/search", found, false);
        return answer.put("object", "search_result");
    }

    /** Puts whole objects where ids stand, for each {@code expand[]} that was asked. */
    ObjectNode expanded(FakeStripeCall call, ObjectNode answer) {
        var copy = answer.deepCopy();
        call.fields().entrySet().stream()
                .filter(field -> field.getKey().startsWith("expand["))
                .flatMap(field -> List.of(field.getValue().split(",")).stream())
                .sorted()
                .forEach(path -> expand(copy, List.of(path.split("\\."))));
        return copy;
    }

    private void expand(JsonNode at, List<String> path) {
        if (path.isEmpty()) {
            return;
        }
        if (at instanceof ArrayNode members) {
            members.forEach(member -> expand(member, path));
            return;
        }
        if (!(at instanceof ObjectNode object)) {
            return;
        }
        var name = path.getFirst();
        if (name.equals("payments") && object.path("object").asString("").equals("invoice")) {
            object.set("payments", payments(object));
        }
        if (object.path(name).isString()) {
            store.find(object.path(name).asString(""))
                    .ifPresent(found -> object.set(name, found.deepCopy()));
        }
        expand(object.path(name), path.subList(1, path.size()));
    }

    private ObjectNode payments(ObjectNode invoice) {
        var id = invoice.path("id").asString("");
        var payments =
                store.all("invoice_payment").stream()
                        .filter(payment -> payment.path("invoice").asString("").equals(id))
                        .map(ObjectNode::deepCopy)
                        .toList();
        return FakeStripeStore.list("/v1/invoice_payments", payments, false);
    }
}
