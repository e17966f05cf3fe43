package health.stillwater.prescribing;

/**
 * What a physician decides about a patient's treatment, and signs with a second factor.
 *
 * <p>To ask for information and to put off are not among them: they decide nothing about the
 * treatment, write nothing and end nothing. They move the case in the queue, on record there and in
 * the audit trail; a signature for each question would teach people to sign without reading.
 */
public enum PrescriberVerdict {
    /** A first prescription. */
    APPROVE("Approved"),
    /** None. */
    DECLINE("Declined"),
    /** None here; the patient is referred to care in a clinic. */
    REFER("Referred to in-clinic care"),
    /** The next supply of the same medicine in the same dose. */
    RENEW("Renewed"),
    /** Another dose or form takes the place of the one so far. */
    CHANGE("Changed"),
    /** Nothing more is filled. */
    STOP("Stopped");

    private final String words;

    PrescriberVerdict(String words) {
        this.words = words;
    }

    /** As records say it. */
    public String words() {
        return words;
    }

    /** Whether a prescription is written. */
    public boolean prescribes() {
        return switch (this) {
            case APPROVE, RENEW, CHANGE -> true;
            case DECLINE, REFER, STOP -> false;
        };
    }

    /** Whether it is about a prescription that the patient has. */
    public boolean concernsOne() {
        return switch (this) {
            case RENEW, CHANGE, STOP -> true;
            case APPROVE, DECLINE, REFER -> false;
        };
    }

    /** Whether nothing more may be filled of the prescription it is about. */
    public boolean endsOne() {
        return this == CHANGE || this == STOP;
    }

    /** Whether it carries a reason by code. */
    public boolean needsReason() {
        return this != APPROVE && this != RENEW;
    }
}
