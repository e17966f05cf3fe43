package health.stillwater.sandbox;

/** What a session of the pretended identity vendor may find. */
public enum IdentityResult {
    VERIFIED("Verified", "", false),
    DOCUMENT("Failed: document", "document", false),
    LIVENESS("Failed: live camera check", "liveness", false),
    SELFIE("Failed: picture", "selfie_match", false),
    NAME("Failed: name", "name_match", false),
    BIRTH("Failed: date of birth", "dob_match", false),
    ADDRESS("Failed: address", "address_match", false),
    DUPLICATE("Known under another account", "duplicate", true),
    DECEASED("Reported as deceased", "deceased", true);

    private final String title;
    private final String field;
    private final boolean alarming;

    IdentityResult(String title, String field, boolean alarming) {
        this.title = title;
        this.field = field;
        this.alarming = alarming;
    }

    String title() {
        return title;
    }

    String field() {
        return field;
    }

    /** Whether it is true when something is wrong. */
    boolean alarming() {
        return alarming;
    }
}
