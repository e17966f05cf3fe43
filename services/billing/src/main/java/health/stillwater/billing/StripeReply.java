package health.stillwater.billing;

/** What came of asking Stripe. */
sealed interface StripeReply<T> {

    /** It answered. */
    record Told<T>(T what) implements StripeReply<T> {}

    /** It understood and said no; nothing was done, and nothing will be. */
    record Refused<T>(String code, String words) implements StripeReply<T> {}

    /**
     * It may or may not have been done.
     *
     * @param replayed whether Stripe repeated an answer it kept, so that the first try is surely
     *     over and the same key will never bring another answer
     */
    record Unknown<T>(String why, boolean replayed) implements StripeReply<T> {}
}
