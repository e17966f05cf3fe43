package health.stillwater.rulebook;

/** When the gate is asked. Each rule says at which of these it applies. */
public enum Moment {
    ENROLLMENT("E", "enrollment"),
    QUEUE("Q", "entry to the queue"),
    CLAIM("C", "claim"),
    SIGNING("S", "signing"),
    HAND_OFF("H", "hand-off to the pharmacy"),
    FILL("R", "a new fill");

    private final String code;
    private final String title;

    Moment(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Its letter in the decision table. */
    public String code() {
        return code;
    }

    /** Its name in a sentence. */
    public String title() {
        return title;
    }

    static Moment of(String code) {
        for (var moment : values()) {
            if (moment.code.equals(code)) {
                return moment;
            }
        }
        throw new IllegalArgumentException("no moment " + code);
    }
}
