package health.stillwater.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions: started, paid month by month, and ended. */
final class FakeStripeSubscriptions {

    /** How long a first charge may still be made good. */
    private static final Duration INCOMPLETE_LIFE = Duration.ofHours(23);

    private static final int ATTEMPTS_MAX = 4;

    private final FakeStripeStore store;
    private final FakeStripeWebhooks webhooks;
    private final FakeStripeCustomers customers;
    private final FakeStripeInvoices invoices;

    FakeStripeSubscriptions(
            FakeStripeStore store,
            FakeStripeWebhooks webhooks,
            FakeStripeCustomers customers,
            FakeStripeInvoices invoices) {
        this.store = store;
        this.webhooks = webhooks;
        this.customers = customers;
        this.invoices = invoices;
    }

    ObjectNode create(FakeStripeCall call) {
        var customer = call.required("customer");
        var card = customers.cardOf(customer, call.field("default_payment_method"));
        var price = price(call);
        var subscription = store.make("subscription", "sub");
        var id = subscription.path("id").asString("");
        subscription.put("customer", customer).put("currency", "usd").put("status", "incomplete");
        subscription.put("default_payment_method", card);
        subscription.put("collection_method", "charge_automatically");
        subscription
                .put("cancel_at_period_end", false)
                .put("start_date", store.now().getEpochSecond());
        subscription.putObject("billing_mode").put("type", "flexible");
        call.copyMetadata(subscription);
        var item = store.make("subscription_item", "si");
        item.put("subscription", id).put("quantity", 1).set("price", price);
        subscription.set(
                "items",
                FakeStripeStore.list(
                        "/v1/subscription_items?subscription=" + id,
                        java.util.List.of(item),
                        false));
        period(subscription, store.now());
        webhooks.happened("customer.subscription.created", subscription);
        var invoice = invoices.bill(subscription, "subscription_create");
        if (!call.field("payment_behavior").orElse("").equals("default_incomplete")) {
            settle(subscription, invoices.collect(invoice, card));
        }
        return subscription;
    }

    private ObjectNode price(FakeStripeCall call) {
        var named = call.field("items[0][price]");
        if (named.isPresent()) {
            return store.get("price", named.get()).deepCopy();
        }
        var product = call.required("items[0][price_data][product]");
        store.get("product", product);
        var price = store.make("price", "price");
        price.put("product", product).put("type", "recurring").put("active", true);
        price.put("currency", call.required("items[0][price_data][currency]"));
        price.put(
                "unit_amount", Long.parseLong(call.required("items[0][price_data][unit_amount]")));
        price.putObject("recurring")
                .put("interval", call.required("items[0][price_data][recurring][interval]"))
                .put("interval_count", 1);
        return price.deepCopy();
    }

    ObjectNode update(FakeStripeCall call) {
        var subscription = store.get("subscription", call.part(1));
        call.field("default_payment_method")
                .map(
                        card ->
                                customers.cardOf(
                                        subscription.path("customer").asString(""),
                                        java.util.Optional.of(card)))
                .ifPresent(card -> subscription.put("default_payment_method", card));
        call.field("cancel_at_period_end")
                .ifPresent(
                        end -> subscription.put("cancel_at_period_end", Boolean.parseBoolean(end)));
        call.copyMetadata(subscription);
        webhooks.happened("customer.subscription.updated", subscription);
        return subscription;
    }

    ObjectNode cancel(FakeStripeCall call) {
        var subscription = store.get("subscription", call.part(1));
        end(subscription, "canceled");
        return subscription;
    }

    private void end(ObjectNode subscription, String status) {
        subscription.put("status", status).put("ended_at", store.now().getEpochSecond());
        webhooks.happened(
                status.equals("canceled")
                        ? "customer.subscription.deleted"
                        : "customer.subscription.updated",
                subscription);
    }

    /** The subscription follows its invoice: paid or not. */
    void settle(ObjectNode subscription, boolean paid) {
        var before = subscription.path("status").asString("");
        var first = before.equals("incomplete");
        var after = paid ? "active" : first ? "incomplete" : "past_due";
        if (!before.equals(after)) {
            subscription.put("status", after);
            webhooks.happened("customer.subscription.updated", subscription);
        }
    }

    /** Does what fell due: renewals, retries, and the end of what was never paid. */
    void timePasses() {
        for (var subscription : store.all("subscription")) {
            switch (subscription.path("status").asString("")) {
                case "incomplete" -> expire(subscription);
                case "active" -> renew(subscription);
                case "past_due" -> retry(subscription);
                default -> {}
            }
        }
    }

    private void expire(ObjectNode subscription) {
        var end = subscription.path("created").asLong() + INCOMPLETE_LIFE.toSeconds();
        if (store.now().getEpochSecond() >= end) {
            invoices.withdraw(latestInvoice(subscription));
            end(subscription, "incomplete_expired");
        }
    }

    private void renew(ObjectNode subscription) {
        var end =
                subscription.path("items").path("data").path(0).path("current_period_end").asLong();
        if (store.now().getEpochSecond() < end) {
            return;
        }
        if (subscription.path("cancel_at_period_end").asBoolean()) {
            end(subscription, "canceled");
            return;
        }
        period(subscription, Instant.ofEpochSecond(end));
        var invoice = invoices.bill(subscription, "subscription_cycle");
        var card = subscription.path("default_payment_method").asString("");
        settle(subscription, invoices.collect(invoice, card));
    }

    private void retry(ObjectNode subscription) {
        var invoice = latestInvoice(subscription);
        var due = invoice.path("next_payment_attempt").asLong(Long.MAX_VALUE);
        if (store.now().getEpochSecond() < due) {
            return;
        }
        var collected =
                invoices.collect(invoice, subscription.path("default_payment_method").asString(""));
        settle(subscription, collected);
        if (!collected && invoice.path("attempt_count").asInt() >= ATTEMPTS_MAX) {
            end(subscription, "canceled");
        }
    }

    private ObjectNode latestInvoice(ObjectNode subscription) {
        return store.get("invoice", subscription.path("latest_invoice").asString(""));
    }

    private void period(ObjectNode subscription, Instant start) {
        var end = start.atZone(ZoneOffset.UTC).plusMonths(1).toInstant();
        var item = (ObjectNode) subscription.path("items").path("data").path(0);
        item.put("current_period_start", start.getEpochSecond());
        item.put("current_period_end", end.getEpochSecond());
    }
}
