package health.stillwater.billing;

/** What is to be done next about a refund. */
sealed interface RefundStep {

    /** Ask Stripe to give the money back. That we are about to is written down already. */
    record Send(RefundOrder order) implements RefundStep {}

    /** It was asked before: ask what came of it. */
    record Ask(RefundOrder order) implements RefundStep {}

    /** Stripe has it; ask whether the bank has it too. */
    record Follow(String refund) implements RefundStep {}

    record Nothing() implements RefundStep {}
}
