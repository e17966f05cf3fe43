package health.stillwater.billing;

/** Where a monthly plan stands. Every legal move is on this page. */
public enum Stage {
    /** Approved and written down; Stripe has not been asked, perhaps because no card is on file. */
    PLANNED("Waiting to start"),
    /** Stripe was asked and we have no sure answer; only asking again settles it. */
    STARTING("Being started"),
    ACTIVE("Active"),
    PAST_DUE("Payment failed"),
    CANCELED("Ended"),
    /** Stripe said no to the request itself: a person must look. */
    REFUSED("Could not be started: a person must look");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }

    boolean mayBecome(Stage next) {
        return switch (this) {
            case PLANNED -> next == STARTING || next == CANCELED;
            case STARTING ->
                    next == ACTIVE || next == PAST_DUE || next == CANCELED || next == REFUSED;
            case ACTIVE -> next == PAST_DUE || next == CANCELED;
            case PAST_DUE -> next == ACTIVE || next == CANCELED;
            // A first charge that never went through, and now a new card: it is tried anew.
            case CANCELED -> next == PLANNED;
            case REFUSED -> false;
        };
    }
}
