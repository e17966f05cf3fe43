package health.stillwater.review;

/** What a case waits for that its physician set aside. */
public enum PauseKind {
    QUESTION("Waits for the patient's answer", true),
    DEFERRAL("Comes back at a time", true),
    SECOND_OPINION("Waits for a second physician", false),
    ESCALATION("Waits for compliance", false);

    private final String words;
    private final boolean stopsTheClock;

    PauseKind(String words, boolean stopsTheClock) {
        this.words = words;
        this.stopsTheClock = stopsTheClock;
    }

    /** As the queue says it. */
    public String words() {
        return words;
    }

    /** Whether the time we promised stands still meanwhile: only while it is not ours to act. */
    public boolean stopsTheClock() {
        return stopsTheClock;
    }
}
