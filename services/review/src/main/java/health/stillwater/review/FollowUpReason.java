package health.stillwater.review;

import java.time.Duration;

/** Why a physician must look after a patient between decisions, and how soon. */
public enum FollowUpReason {
    ALARMING_ANSWER("Alarming answer", Urgency.NOW, Duration.ofHours(1)),
    ANSWERS_SPEAK_AGAINST("New answers speak against treatment", Urgency.SOON, Duration.ofHours(4)),
    PHARMACY_NOT_TOLD(
            "Pharmacy may not know of a canceled order", Urgency.NOW, Duration.ofHours(1)),
    PRESCRIPTION_NOT_FILED(
            "Prescribing vendor turned a prescription away", Urgency.SOON, Duration.ofHours(4)),
    PHARMACY_REFUSED("Pharmacy refused the order", Urgency.SOON, Duration.ofHours(4)),
    ANSWER_NOT_UNDERSTOOD("Check-in answer not understood", Urgency.SOON, Duration.ofHours(8)),
    UNDELIVERED("Message could not be delivered", Urgency.ROUTINE, Duration.ofHours(12));

    /** How a follow-up stands beside the others. The order is the order of the list. */
    public enum Urgency {
        NOW,
        SOON,
        ROUTINE
    }

    private final String words;
    private final Urgency urgency;
    private final Duration within;

    FollowUpReason(String words, Urgency urgency, Duration within) {
        this.words = words;
        this.urgency = urgency;
        this.within = within;
    }

    /** As the list says it. */
    public String words() {
        return words;
    }

    public Urgency urgency() {
        return urgency;
    }

    /** How long a physician has: always less than a case has. */
    Duration within() {
        return within;
    }
}
