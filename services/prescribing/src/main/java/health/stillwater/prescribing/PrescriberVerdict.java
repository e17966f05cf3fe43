package health.stillwater.prescribing;

/** What a physician decides about a request. */
public enum PrescriberVerdict {
    APPROVE("Approved"),
    DECLINE("Declined");

    private final String words;

    PrescriberVerdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
