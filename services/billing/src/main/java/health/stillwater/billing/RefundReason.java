package health.stillwater.billing;

/**
 * Why money goes back. A closed list: nobody types a reason, so no word of the treatment slips in.
 */
public enum RefundReason {
    CLINICAL_DENIAL("Not approved at review"),
    LEGAL_GATE_FAIL("A rule of the program stopped it"),
    NO_SHOW("The visit did not take place"),
    PHARMACY_REJECT("The pharmacy could not fill the order"),
    PATIENT_CANCEL("Canceled by the patient"),
    DUPLICATE("Charged twice"),
    ADVERSE_EVENT("Stopped for safety"),
    TREATMENT_STOPPED("Stopped before it was sent");

    private final String words;

    RefundReason(String words) {
        this.words = words;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }
}
