package health.stillwater.billing;

/** What a patient is told about their plan. */
public enum PlanStage {
    NOTHING_YET(
            "You have been charged nothing. You pay only if your physician approves a prescription."),
    NOT_CHARGED(
            "Your request was not approved, so nothing was charged, and nothing will be. "
                    + "The card you saved stays unused."),
    WAITING_FOR_CARD(
            "Your prescription was approved. Save a card to start your membership; "
                    + "no order goes to the pharmacy before the first payment."),
    STARTING("Your prescription was approved. We are taking the first payment now."),
    ACTIVE("Your membership is active."),
    ENDING(
            "Your membership ends. It runs to the end of the month you paid for, and nothing more is charged."),
    PAST_DUE(
            "Your payment did not go through, so nothing is sent to the pharmacy yet. "
                    + "Save another card and we try again at once."),
    CANCELED("Your membership has ended. Nothing more will be charged."),
    WITH_OUR_STAFF(
            "Your membership could not be started. Our billing team is looking into it; "
                    + "you have been charged nothing.");

    private final String words;

    PlanStage(String words) {
        this.words = words;
    }

    /** The sentence for the patient. */
    public String words() {
        return words;
    }

    /** Whether there is a membership that the patient can end. */
    public boolean canBeEnded() {
        return this == ACTIVE || this == PAST_DUE;
    }

    /** Whether a new card is what helps. */
    public boolean needsCard() {
        return this == WAITING_FOR_CARD || this == PAST_DUE;
    }
}
