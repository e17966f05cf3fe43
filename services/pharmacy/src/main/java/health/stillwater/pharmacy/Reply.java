package health.stillwater.pharmacy;

/** What came back from a pharmacy. */
sealed interface Reply {

    /** It has the order. */
    record HasIt() implements Reply {}

    /** It certainly does not have the order: it never heard of it. */
    record NeverHeardOfIt() implements Reply {}

    /** It refused the message. */
    record TurnedAway(int status) implements Reply {}

    /** No answer, or none that can be trusted. */
    record Unknown() implements Reply {}
}
