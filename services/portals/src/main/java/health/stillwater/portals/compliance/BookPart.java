package health.stillwater.portals.compliance;

/** The pages of the rulebook. */
public enum BookPart {
    ROWS("", "Rows"),
    VALUES("/values", "Values"),
    PROTOCOL("/protocol", "Protocol"),
    LAW("/law", "Law by state"),
    PROPOSALS("/proposals", "Proposals"),
    VERIFICATIONS("/verifications", "Verification"),
    SWITCHES("/switches", "Kill switches"),
    REPLAY("/replay", "Replay");

    private static final String BOOK = "/compliance/rulebook";

    private final String path;
    private final String title;

    BookPart(String path, String title) {
        this.path = path;
        this.title = title;
    }

    public String address() {
        return BOOK + path;
    }

    public String title() {
        return title;
    }
}
