package health.stillwater.review;

/** What makes compliance ask a physician. */
public enum ConcernKind {
    TOO_MANY("Many decisions in a short time"),
    TOO_FAST("Decisions after too short a look");

    private final String words;

    ConcernKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
