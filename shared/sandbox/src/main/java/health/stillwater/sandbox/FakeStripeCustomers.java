package health.stillwater.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Customers, and the saving of their cards through a hosted page that charges nothing. */
final class FakeStripeCustomers {

    private static final Duration SESSION_LIFE = Duration.ofHours(24);
    private static final Map<String, String> BRANDS =
            Map.of(
                    FakeStripe.GOOD_CARD, "visa",
                    FakeStripe.GOOD_MASTERCARD, "mastercard",
                    FakeStripe.CARD_DECLINED_AT_SAVING, "visa",
                    FakeStripe.CARD_DECLINED_AT_CHARGING, "visa");

    private final FakeStripeStore store;
    private final FakeStripeWebhooks webhooks;

    FakeStripeCustomers(FakeStripeStore store, FakeStripeWebhooks webhooks) {
        this.store = store;
        this.webhooks = webhooks;
    }

    ObjectNode create(FakeStripeCall call) {
        var customer = store.make("customer", "cus");
        customer.put("email", call.field("email").orElse(null))
                .put("name", call.field("name").orElse(null));
        customer.putObject("invoice_settings").putNull("default_payment_method");
        call.copyMetadata(customer);
        webhooks.happened("customer.created", customer);
        return customer;
    }

    ObjectNode update(FakeStripeCall call) {
        var customer = store.get("customer", call.part(1));
        call.copyMetadata(customer);
        call.field("email").ifPresent(email -> customer.put("email", email));
        call.field("invoice_settings[default_payment_method]")
                .ifPresent(
                        card ->
                                customer.withObject("/invoice_settings")
                                        .put("default_payment_method", card));
        webhooks.happened("customer.updated", customer);
        return customer;
    }

    /** Only {@code mode=setup} is pretended: a card is saved and nothing is charged. */
    ObjectNode openSession(FakeStripeCall call, String base) {
        if (!call.required("mode").equals("setup")) {
            throw FakeStripeRefusal.invalid(
                    "parameter_invalid", "This sandbox knows mode=setup only.", "mode");
        }
        var customer = call.required("customer");
        store.get("customer", customer);
        var intent = store.make("setup_intent", "seti");
        intent.put("customer", customer)
                .put("status", "requires_payment_method")
                .put("usage", "off_session");
        intent.putNull("payment_method");
        var session = store.make("checkout.session", "cs", "cs_test_" + FakeStripeStore.random());
        session.put("mode", "setup")
                .put("status", "open")
                .put("payment_status", "no_payment_required");
        session.put("customer", customer).put("setup_intent", intent.path("id").asString(""));
        session.put("client_reference_id", call.field("client_reference_id").orElse(null));
        session.put("success_url", call.required("success_url"))
                .put("cancel_url", call.field("cancel_url").orElse(null));
        session.put("expires_at", store.now().plus(SESSION_LIFE).getEpochSecond());
        session.put("url", base + "/c/pay/" + session.path("id").asString(""));
        call.copyMetadata(session);
        return session;
    }

    ObjectNode expireSession(FakeStripeCall call) {
        var session = store.get("checkout.session", call.part(2));
        expire(session);
        return session;
    }

    /** Sessions end after a day. */
    void timePasses() {
        var now = store.now().getEpochSecond();
        store.all("checkout.session").stream()
                .filter(session -> session.path("expires_at").asLong() <= now)
                .forEach(this::expire);
    }

    private void expire(ObjectNode session) {
        if (session.path("status").asString("").equals("open")) {
            session.put("status", "expired").putNull("url");
            webhooks.happened("checkout.session.expired", session);
        }
    }

    static boolean known(String card) {
        return BRANDS.containsKey(card);
    }

    /** What the person typed on the hosted page; false when the bank declined the card. */
    boolean save(ObjectNode session, String card, int month, int year) {
        if (card.equals(FakeStripe.CARD_DECLINED_AT_SAVING)) {
            return false;
        }
        var customer = session.path("customer").asString("");
        var method = store.make("payment_method", "pm");
        method.put("type", "card").put("customer", customer);
        method.putObject("card")
                .put("brand", BRANDS.get(card))
                .put("last4", card.substring(card.length() - 4))
                .put("exp_month", month)
                .put("exp_year", year)
                .put("funding", "credit")
                .put("country", "US");
        var id = method.path("id").asString("");
        store.keepCard(id, card);
        var intent = store.get("setup_intent", session.path("setup_intent").asString(""));
        intent.put("payment_method", id).put("status", "succeeded");
        session.put("status", "complete").putNull("url");
        webhooks.happened("payment_method.attached", method);
        webhooks.happened("setup_intent.succeeded", intent);
        webhooks.happened("checkout.session.completed", session);
        return true;
    }

    /** The card to charge: the one named, else the customer's own. */
    String cardOf(String customer, Optional<String> named) {
        var settings = store.get("customer", customer).path("invoice_settings");
        var id = named.orElse(settings.path("default_payment_method").asString(""));
        if (id.isEmpty()) {
            throw FakeStripeRefusal.invalid(
                    "resource_missing",
                    "This customer has no attached payment source or default payment method."
                            + " Please consider adding a default payment method.",
                    "default_payment_method");
        }
        var method = store.get("payment_method", id);
        if (!method.path("customer").asString("").equals(customer)) {
            throw FakeStripeRefusal.invalid(
                    "resource_missing",
                    "The payment method " + id + " is not attached to this customer.",
                    "default_payment_method");
        }
        return id;
    }
}
