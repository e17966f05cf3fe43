package health.stillwater.billing;

/** What is to be done next about a plan that is being started. */
sealed interface PlanStep {

    /** Ask Stripe to start it. That we are about to is written down already. */
    record Start(PlanOrder order) implements PlanStep {}

    /** It was asked before: ask what came of it. */
    record Ask(PlanOrder order) implements PlanStep {}

    record Nothing() implements PlanStep {}
}
