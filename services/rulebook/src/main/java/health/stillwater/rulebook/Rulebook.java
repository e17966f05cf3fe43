package health.stillwater.rulebook;

import health.stillwater.kernel.UsState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The front door of the rulebook. */
@Service
public class Rulebook {

    Rulebook() {}

    /** Asks every rule that applies at the moment and is in force at the instant. */
    public Judgement judge(Moment moment, Instant at, Facts facts) {
        throw new UnsupportedOperationException();
    }

    /** What was judged, by which rules, about which facts, for whom: to be kept with the act it permitted or stopped. */
    public String snapshot(Judgement judgement, Facts facts) {
        throw new UnsupportedOperationException();
    }

    /** Judges once more from a snapshot alone, whatever the rules have become since. */
    public Judgement replay(String snapshot) {
        throw new UnsupportedOperationException();
    }

    /** Whether the program treats patients in this state. */
    public boolean launched(UsState state) {
        throw new UnsupportedOperationException();
    }

    /** The counties of a state, by name; empty for a state we do not know. */
    public List<County> counties(UsState state) {
        throw new UnsupportedOperationException();
    }

    public Optional<County> county(String fips) {
        throw new UnsupportedOperationException();
    }

    /** Every form a patient signs, in the versions now in force. */
    public List<ConsentForm> consentForms() {
        throw new UnsupportedOperationException();
    }

    /** Every rule in the book, asked today or not. */
    public List<RowView> rows() {
        throw new UnsupportedOperationException();
    }
}
