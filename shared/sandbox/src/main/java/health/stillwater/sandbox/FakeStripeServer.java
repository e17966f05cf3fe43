package health.stillwater.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import health.stillwater.sandbox.FakeStripeMishaps.Mishap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's side of the wire, as WireMock asks for it: one request in, one answer out. */
final class FakeStripeServer implements ResponseDefinitionTransformerV2 {

    private record Answer(int status, JsonNode body, boolean replayed) {}

    private final FakeStripeStore store;
    private final FakeStripeMishaps mishaps;
    private final FakeStripeReads reads;
    private final FakeStripeCustomers customers;
    private final FakeStripeInvoices invoices;
    private final FakeStripeSubscriptions subscriptions;
    private final FakeStripeRefunds refunds;
    private final FakeStripePage page;
    private final List<String> log = new CopyOnWriteArrayList<>();

    FakeStripeServer(
            FakeStripeStore store, FakeStripeMishaps mishaps, FakeStripeWebhooks webhooks) {
        this.store = store;
        this.mishaps = mishaps;
        this.reads = new FakeStripeReads(store);
        this.customers = new FakeStripeCustomers(store, webhooks);
        this.invoices = new FakeStripeInvoices(store, webhooks, customers, mishaps);
        this.subscriptions = new FakeStripeSubscriptions(store, webhooks, customers, invoices);
        this.refunds = new FakeStripeRefunds(store, webhooks, mishaps);
        this.page = new FakeStripePage(store, customers);
    }

    @Override
    public String getName() {
        return "fake-stripe";
    }

    List<String> log() {
        return List.copyOf(log);
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var request = event.getRequest();
        var call = FakeStripeCall.from(request, "req_" + FakeStripeStore.random());
        if (call.part(0).equals("c")) {
            return page.answer(call);
        }
        log.add(call.method() + " /v1/" + String.join("/", call.path()));
        return switch (mishaps.next(call)) {
            case Mishap.None _ -> sent(call, answer(call, request)).build();
            case Mishap.Answers refused -> sent(call, refuse(call, refused.status())).build();
            case Mishap.BreaksTheReply _ -> {
                answer(call, request);
                yield ResponseDefinitionBuilder.responseDefinition()
                        .withFault(Fault.MALFORMED_RESPONSE_CHUNK)
                        .build();
            }
            case Mishap.TimesOut late -> {
                var answer = late.done() ? answer(call, request) : refuse(call, 503);
                yield sent(call, answer).withFixedDelay((int) late.after().toMillis()).build();
            }
        };
    }

    /** As Stripe has it, a 500 is remembered under the key like any answer; a 429 or 503 is not. */
    private Answer refuse(FakeStripeCall call, int status) {
        var body = FakeStripeRefusal.failing(status).body();
        synchronized (store) {
            if (status == 500 && call.key() != null) {
                store.keepAnswer(call.key(), call.content(), status, body);
                store.save();
            }
        }
        return new Answer(status, body, false);
    }

    private Answer answer(FakeStripeCall call, Request request) {
        synchronized (store) {
            timePasses();
            try {
                return signedIn(request) ? once(call) : refused(FakeStripeRefusal.unauthorized());
            } finally {
                if (call.writes()) {
                    store.save();
                }
            }
        }
    }

    void timePasses() {
        customers.timePasses();
        subscriptions.timePasses();
    }

    private static boolean signedIn(Request request) {
        var authorization = request.getHeader("Authorization");
        return authorization != null && authorization.startsWith("Bearer sk_test_");
    }

    private Answer once(FakeStripeCall call) {
        var key = call.key();
        if (key == null || !call.writes()) {
            return fresh(call);
        }
        var before = store.answered(key);
        if (before.isEmpty()) {
            var answer = fresh(call);
            if (answer.status() < 400 || answer.status() == 402) {
                store.keepAnswer(key, call.content(), answer.status(), answer.body());
            }
            return answer;
        }
        var kept = before.get();
        return kept.path("content").asString("").equals(call.content())
                ? new Answer(kept.path("status").asInt(), kept.path("body"), true)
                : refused(FakeStripeRefusal.keyReused(key));
    }

    private Answer fresh(FakeStripeCall call) {
        try {
            var object = call.writes() ? write(call) : reads.answer(call);
            return new Answer(200, reads.expanded(call, object), false);
        } catch (FakeStripeRefusal refusal) {
            return refused(refusal);
        }
    }

    private static Answer refused(FakeStripeRefusal refusal) {
        return new Answer(refusal.status(), refusal.body(), false);
    }

    private ObjectNode write(FakeStripeCall call) {
        var one = call.path().size() > 1;
        return switch (call.part(0)) {
            case "customers" -> one ? customers.update(call) : customers.create(call);
            case "checkout" ->
                    call.part(3).equals("expire")
                            ? customers.expireSession(call)
                            : customers.openSession(call, page.base());
            case "products" -> product(call);
            case "subscriptions" -> subscription(call, one);
            case "invoices" -> invoices.pay(call, subscriptions);
            case "refunds" -> refunds.create(call);
            default -> throw FakeStripeRefusal.missing("path", String.join("/", call.path()));
        };
    }

    private ObjectNode subscription(FakeStripeCall call, boolean one) {
        if (call.method().equals("DELETE")) {
            return subscriptions.cancel(call);
        }
        return one ? subscriptions.update(call) : subscriptions.create(call);
    }

    private ObjectNode product(FakeStripeCall call) {
        var id = call.field("id").orElse("prod_" + FakeStripeStore.random());
        if (store.find(id).isPresent()) {
            throw FakeStripeRefusal.invalid(
                    "resource_already_exists", "Product already exists.", "id");
        }
        var product = store.make("product", "prod", id);
        product.put("name", call.required("name")).put("active", true);
        call.copyMetadata(product);
        return product;
    }

    void settleRefunds(boolean accepted) {
        refunds.settlePending(accepted);
        store.save();
    }

    void isAt(String base) {
        page.isAt(base);
    }

    private static ResponseDefinitionBuilder sent(FakeStripeCall call, Answer answer) {
        var response =
                ResponseDefinitionBuilder.responseDefinition()
                        .withStatus(answer.status())
                        .withHeader("Content-Type", "application/json")
                        .withHeader("Request-Id", call.id())
                        .withHeader("Stripe-Version", FakeStripe.VERSION)
                        .withBody(answer.body().toPrettyString());
        if (call.key() != null) {
            response.withHeader("Idempotency-Key", call.key());
        }
        return answer.replayed() ? response.withHeader("Idempotent-Replayed", "true") : response;
    }
}
