package health.stillwater.pharmacy;

/** Why a pharmacist does not fill an order, in the words of the trade. */
public enum RefusalReason {
    PRESCRIBER_MUST_CLARIFY("The prescriber must clarify the prescription"),
    CLINICAL_CONCERN("Clinical concern: interaction, allergy, dose or duplicate therapy"),
    NO_LEGITIMATE_PURPOSE_SEEN("No legitimate medical purpose could be confirmed"),
    PATIENT_NOT_CONFIRMED("The patient or the address could not be confirmed"),
    CANNOT_COMPOUND("We cannot compound this now"),
    NOT_PERMITTED_IN_STATE("We may not ship this to the patient's state"),
    OTHER("Another reason");

    private final String title;

    RefusalReason(String title) {
        this.title = title;
    }

    /** As the pharmacist chooses it from a list. */
    public String title() {
        return title;
    }
}
