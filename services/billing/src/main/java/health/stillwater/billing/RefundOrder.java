package health.stillwater.billing;

/**
 * What Stripe is asked to give back; the same words every time it is asked under one attempt.
 *
 * @param intent the payment it comes from
 */
record RefundOrder(RefundId id, int attempt, String intent, long cents, RefundReason reason) {

    String key() {
        return "refund-" + id + "-v" + attempt;
    }
}
