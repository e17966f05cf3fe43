package health.stillwater.sandbox;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Invoices, and the charges that pay them or fail to. */
final class FakeStripeInvoices {

    private static final Duration RETRY = Duration.ofDays(3);

    private final FakeStripeStore store;
    private final FakeStripeWebhooks webhooks;
    private final FakeStripeCustomers customers;
    private final FakeStripeMishaps mishaps;

    FakeStripeInvoices(
            FakeStripeStore store,
            FakeStripeWebhooks webhooks,
            FakeStripeCustomers customers,
            FakeStripeMishaps mishaps) {
        this.store = store;
        this.webhooks = webhooks;
        this.customers = customers;
        this.mishaps = mishaps;
    }

    /** Which subscription an invoice is for, where Stripe keeps it since 2025: with its parent. */
    static String subscriptionOf(JsonNode invoice) {
        return invoice.path("parent")
                .path("subscription_details")
                .path("subscription")
                .asString("");
    }

    /** A finished, unpaid invoice for one period of a subscription. */
    ObjectNode bill(ObjectNode subscription, String because) {
        var item = subscription.path("items").path("data").path(0);
        var amount = item.path("price").path("unit_amount").asLong();
        var invoice = store.make("invoice", "in");
        invoice.put("customer", subscription.path("customer").asString(""));
        invoice.put("number", "STILL-%04d".formatted(store.next("invoice")));
        invoice.put("status", "open").put("billing_reason", because).put("currency", "usd");
        invoice.put("amount_due", amount).put("amount_paid", 0).put("amount_remaining", amount);
        invoice.put("subtotal", amount).put("total", amount);
        invoice.put("attempted", false).put("attempt_count", 0).put("auto_advance", true);
        invoice.put("collection_method", "charge_automatically").putNull("next_payment_attempt");
        invoice.put("period_start", item.path("current_period_start").asLong());
        invoice.put("period_end", item.path("current_period_end").asLong());
        invoice.putObject("status_transitions").put("finalized_at", store.now().getEpochSecond());
        var parent = invoice.putObject("parent").put("type", "subscription_details");
        var details = parent.putObject("subscription_details");
        details.put("subscription", subscription.path("id").asString(""));
        details.set("metadata", subscription.path("metadata").deepCopy());
        subscription.put("latest_invoice", invoice.path("id").asString(""));
        intend(invoice, amount);
        webhooks.happened("invoice.created", invoice);
        webhooks.happened("invoice.finalized", invoice);
        return invoice;
    }

    private void intend(ObjectNode invoice, long amount) {
        var intent = store.make("payment_intent", "pi");
        intent.put("amount", amount).put("amount_received", 0).put("currency", "usd");
        intent.put("customer", invoice.path("customer").asString(""));
        intent.put("status", "requires_payment_method").putNull("latest_charge");
        var payment = store.make("invoice_payment", "inpay");
        payment.put("invoice", invoice.path("id").asString("")).put("is_default", true);
        payment.put("amount_requested", amount).put("currency", "usd").put("status", "open");
        payment.putObject("payment")
                .put("type", "payment_intent")
                .put("payment_intent", intent.path("id").asString(""));
    }

    /** Charges the card for what is due; false when the bank declines. */
    boolean collect(ObjectNode invoice, String card) {
        var payment =
                store.where("invoice_payment", "invoice", invoice.path("id").asString(""))
                        .orElseThrow();
        var intent =
                store.get(
                        "payment_intent",
                        payment.path("payment").path("payment_intent").asString(""));
        var due = invoice.path("amount_remaining").asLong();
        var charged = charge(intent, card, due);
        invoice.put("attempted", true)
                .put("attempt_count", invoice.path("attempt_count").asInt() + 1);
        if (!charged) {
            invoice.put("next_payment_attempt", store.now().plus(RETRY).getEpochSecond());
            webhooks.happened("invoice.payment_failed", invoice);
            return false;
        }
        payment.put("status", "paid").put("amount_paid", due);
        invoice.put("status", "paid").put("amount_paid", due).put("amount_remaining", 0);
        invoice.putNull("next_payment_attempt");
        invoice.withObject("/status_transitions").put("paid_at", store.now().getEpochSecond());
        webhooks.happened("invoice.paid", invoice);
        webhooks.happened("invoice.payment_succeeded", invoice);
        return true;
    }

    private boolean charge(ObjectNode intent, String card, long amount) {
        var declined =
                mishaps.declines() || store.card(card).equals(FakeStripe.CARD_DECLINED_AT_CHARGING);
        var charge = store.make("charge", "ch");
        charge.put("amount", amount).put("amount_refunded", 0).put("refunded", false);
        charge.put("currency", "usd").put("customer", intent.path("customer").asString(""));
        charge.put("payment_intent", intent.path("id").asString("")).put("payment_method", card);
        charge.put("paid", !declined).put("status", declined ? "failed" : "succeeded");
        intent.put("payment_method", card).put("latest_charge", charge.path("id").asString(""));
        if (declined) {
            charge.put("failure_code", "card_declined")
                    .put("failure_message", "Your card was declined.");
            intent.put("status", "requires_payment_method");
            intent.set(
                    "last_payment_error",
                    FakeStripeRefusal.declined().body().path("error").deepCopy());
            webhooks.happened("payment_intent.payment_failed", intent);
            return false;
        }
        intent.put("status", "succeeded").put("amount_received", amount);
        webhooks.happened("payment_intent.succeeded", intent);
        webhooks.happened("charge.succeeded", charge);
        return true;
    }

    /** {@code POST /v1/invoices/{id}/pay}. */
    ObjectNode pay(FakeStripeCall call, FakeStripeSubscriptions subscriptions) {
        var invoice = store.get("invoice", call.part(1));
        if (!invoice.path("status").asString("").equals("open")) {
            var paid = invoice.path("status").asString("").equals("paid");
            throw FakeStripeRefusal.invalid(
                    paid ? "invoice_already_paid" : "invoice_not_editable",
                    paid ? "Invoice is already paid" : "This invoice can no longer be paid.",
                    "invoice");
        }
        var subscription = store.get("subscription", subscriptionOf(invoice));
        var named = call.field("payment_method").or(() -> defaultCard(subscription));
        var card = customers.cardOf(invoice.path("customer").asString(""), named);
        var collected = collect(invoice, card);
        subscriptions.settle(subscription, collected);
        if (!collected) {
            throw FakeStripeRefusal.declined();
        }
        return invoice;
    }

    static Optional<String> defaultCard(ObjectNode subscription) {
        return Optional.of(subscription.path("default_payment_method").asString(""))
                .filter(card -> !card.isEmpty());
    }

    void withdraw(ObjectNode invoice) {
        invoice.put("status", "void").putNull("next_payment_attempt");
        webhooks.happened("invoice.voided", invoice);
    }
}
