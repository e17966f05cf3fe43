package health.stillwater.review;

import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.RequestFacts;
import java.time.Duration;

/** What a case is, and how soon after the visit a physician decides it. */
public enum CaseKind {
    NEW("New patient", Duration.ofHours(24)),
    RENEWAL("Renewal", Duration.ofHours(48));

    private final String words;
    private final Duration within;

    CaseKind(String words, Duration within) {
        this.words = words;
        this.within = within;
    }

    static CaseKind of(Facts facts) {
        var request = facts.request();
        return request != null && request.kind() == RequestFacts.Kind.RENEWAL ? RENEWAL : NEW;
    }

    /** As the queue says it. */
    public String words() {
        return words;
    }

    Duration within() {
        return within;
    }
}
