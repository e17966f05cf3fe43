package health.stillwater.billing;

/** What became of a webhook. */
public enum NoticeStage {
    KEPT("Waiting"),
    DONE("Done"),
    IGNORED("Not needed"),
    UNREADABLE("Could not be read: a person must look");

    private final String words;

    NoticeStage(String words) {
        this.words = words;
    }

    /** As a person reads it. */
    public String words() {
        return words;
    }
}
