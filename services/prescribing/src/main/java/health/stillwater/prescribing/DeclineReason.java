package health.stillwater.prescribing;

/** Why a request is declined, by code. The physician's own words stand beside it. */
public enum DeclineReason {
    CONTRAINDICATION(
            "Contraindication",
            "Something in your health history makes this treatment unsafe for you."),
    NOT_INDICATED("Not indicated", "This treatment is not the right one for what you described."),
    UNSAFE_AT_HOME(
            "Not safe at home",
            "This treatment would not be safe for you at home. It may be possible somewhere with staff beside you."),
    NEEDS_IN_CLINIC_CARE(
            "Needs in-clinic care",
            "You need care that can only be given in person. A clinic near you can help."),
    INCOMPLETE_INFORMATION(
            "Incomplete information", "We could not get enough information to decide safely."),
    PATIENT_CHOICE("Patient's choice", "You and your physician agreed not to go on.");

    private final String words;
    private final String patientWords;

    DeclineReason(String words, String patientWords) {
        this.words = words;
        this.patientWords = patientWords;
    }

    /** As physicians and records say it. */
    public String words() {
        return words;
    }

    /** As the patient is told. */
    public String patientWords() {
        return patientWords;
    }
}
