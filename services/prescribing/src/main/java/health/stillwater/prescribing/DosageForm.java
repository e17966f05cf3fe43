package health.stillwater.prescribing;

/** The forms the program's pharmacies compound, both dissolved under the tongue. */
public enum DosageForm {
    TROCHE("sublingual troche"),
    RAPID_DISSOLVE_TABLET("sublingual rapid-dissolve tablet");

    private final String words;

    DosageForm(String words) {
        this.words = words;
    }

    /** As the prescription says it. */
    public String words() {
        return words;
    }
}
