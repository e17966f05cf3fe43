package health.stillwater.billing;

/**
 * What Stripe is asked to start; the same words every time it is asked under one attempt.
 *
 * @param attempt part of the idempotency key
 */
record PlanOrder(SubscriptionId id, int attempt, String customer, String card, long cents) {

    String key() {
        return "subscription-" + id + "-v" + attempt;
    }
}
