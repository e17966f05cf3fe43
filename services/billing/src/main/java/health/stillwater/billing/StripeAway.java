package health.stillwater.billing;

/** Stripe did not answer a person who waits. */
final class StripeAway extends RuntimeException {

    StripeAway(String why) {
        super("Stripe could not be reached: " + why);
    }
}
