package health.stillwater.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** Money that goes back, never more than came. */
final class FakeStripeRefunds {

    private final FakeStripeStore store;
    private final FakeStripeWebhooks webhooks;
    private final FakeStripeMishaps mishaps;

    FakeStripeRefunds(
            FakeStripeStore store, FakeStripeWebhooks webhooks, FakeStripeMishaps mishaps) {
        this.store = store;
        this.webhooks = webhooks;
        this.mishaps = mishaps;
    }

    ObjectNode create(FakeStripeCall call) {
        var charge = charge(call);
        var left = charge.path("amount").asLong() - charge.path("amount_refunded").asLong();
        var amount = call.field("amount").map(Long::parseLong).orElse(left);
        if (left == 0) {
            throw FakeStripeRefusal.invalid(
                    "charge_already_refunded",
                    "Charge " + charge.path("id").asString("") + " has already been refunded.",
                    "charge");
        }
        if (amount <= 0 || amount > left) {
            throw FakeStripeRefusal.invalid(
                    "amount_too_large",
                    "Refund amount (%d) is greater than unrefunded amount on charge (%d)"
                            .formatted(amount, left),
                    "amount");
        }
        var refund = store.make("refund", "re");
        refund.put("amount", amount).put("currency", "usd");
        refund.put("charge", charge.path("id").asString(""));
        refund.put("payment_intent", charge.path("payment_intent").asString(""));
        refund.put("reason", call.field("reason").orElse(null));
        refund.put("status", mishaps.leavesTheRefundPending() ? "pending" : "succeeded");
        call.copyMetadata(refund);
        charge.put("amount_refunded", charge.path("amount_refunded").asLong() + amount);
        charge.put("refunded", amount == left);
        webhooks.happened("refund.created", refund);
        webhooks.happened("charge.refunded", charge);
        return refund;
    }

    private ObjectNode charge(FakeStripeCall call) {
        var named = call.field("charge");
        if (named.isPresent()) {
            return store.get("charge", named.get());
        }
        var intent = store.get("payment_intent", call.required("payment_intent"));
        return store.get("charge", intent.path("latest_charge").asString(""));
    }

    /** The bank takes the pending refunds, or sends them back. */
    void settlePending(boolean accepted) {
        for (var refund : store.all("refund")) {
            if (!refund.path("status").asString("").equals("pending")) {
                continue;
            }
            refund.put("status", accepted ? "succeeded" : "failed");
            if (!accepted) {
                refund.put("failure_reason", "expired_or_canceled_card");
                var charge = store.get("charge", refund.path("charge").asString(""));
                var back = charge.path("amount_refunded").asLong() - refund.path("amount").asLong();
                charge.put("amount_refunded", back).put("refunded", false);
            }
            webhooks.happened(accepted ? "refund.updated" : "refund.failed", refund);
        }
    }
}
