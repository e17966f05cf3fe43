package health.stillwater.billing;

/** Where a refund stands. Every legal move is on this page. */
public enum RefundStage {
    /** Written down; Stripe has not been asked. */
    PLANNED("Asked for"),
    /** Stripe was asked and we have no sure answer; only asking again settles it. */
    SENT_UNKNOWN("Being checked with Stripe"),
    /** Stripe has it, the bank does not yet. */
    PENDING("On its way to the bank"),
    DONE("Refunded"),
    REFUSED("Stripe refused it"),
    /** It came to nothing at the bank; a person must find another way. */
    HUMAN("Failed at the bank: a person must look");

    private final String words;

    RefundStage(String words) {
        this.words = words;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }

    /** Whether the money is gone or may be: such a refund counts against what was paid. */
    boolean counts() {
        return switch (this) {
            case PLANNED, SENT_UNKNOWN, PENDING, DONE -> true;
            case REFUSED, HUMAN -> false;
        };
    }

    boolean underWay() {
        return switch (this) {
            case PLANNED, SENT_UNKNOWN, PENDING -> true;
            case DONE, REFUSED, HUMAN -> false;
        };
    }

    boolean mayBecome(RefundStage next) {
        return switch (this) {
            case PLANNED -> next == SENT_UNKNOWN;
            case SENT_UNKNOWN -> next != PLANNED && next != SENT_UNKNOWN;
            case PENDING -> next == DONE || next == HUMAN;
            case DONE -> next == HUMAN;
            case REFUSED, HUMAN -> false;
        };
    }
}
