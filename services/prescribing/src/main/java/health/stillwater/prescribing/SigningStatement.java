package health.stillwater.prescribing;

/**
 * What a physician is told they do by completing the second factor. A signed record keeps version,
 * source and text; to change the text, add a version.
 */
public record SigningStatement(String version, String source, String text) {

    /** In our words, equal to those of the regulation, which allows that. */
    static final SigningStatement PRESCRIPTION =
            new SigningStatement(
                    "prescription-1",
                    "21 CFR 1311.140(a)(3)",
                    "When you complete the two-factor sign-in now, you legally sign the prescription above and authorize us to"
                            + " send the information above to the pharmacy for dispensing. Only the practitioner whose name and"
                            + " DEA registration number appear above may complete the two-factor sign-in.");

    /**
     * Declining and referring need no prescriber's statement by law; signing is the program's own
     * rule.
     */
    static final SigningStatement DECLINE =
            new SigningStatement(
                    "decline-1",
                    "program policy",
                    "When you complete the two-factor sign-in now, you sign the decision above as your own. No prescription is"
                            + " written and nothing is sent to a pharmacy. Only the physician whose name appears above may"
                            + " complete the two-factor sign-in.");

    /** Stopping is signed by the program's own rule too. */
    static final SigningStatement STOP =
            new SigningStatement(
                    "stop-1",
                    "program policy",
                    "When you complete the two-factor sign-in now, you sign the decision above as your own. Nothing more is"
                            + " filled of the prescription named above. Only the physician whose name appears above may complete"
                            + " the two-factor sign-in.");

    /** A second signature is asked by the program's protocol, not by law. */
    static final SigningStatement SECOND =
            new SigningStatement(
                    "second-1",
                    "program policy",
                    "When you complete the two-factor sign-in now, you sign as the second physician: you have read this patient's"
                            + " case, the patient is no relative of yours, and you agree that the medicine above is prescribed in"
                            + " this dose and amount. Your colleague signs the prescription. Only another physician than the one"
                            + " who asks may complete the two-factor sign-in.");

    static SigningStatement of(PrescriberVerdict verdict) {
        return switch (verdict) {
            case APPROVE, RENEW, CHANGE -> PRESCRIPTION;
            case DECLINE, REFER -> DECLINE;
            case STOP -> STOP;
        };
    }
}
