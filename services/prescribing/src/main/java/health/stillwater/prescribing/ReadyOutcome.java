package health.stillwater.prescribing;

import health.stillwater.rulebook.Judgement;
import java.util.Map;

/** What came of marking a decision ready to sign. */
public sealed interface ReadyOutcome {

    /** Frozen; any later change voids it. */
    record Ready(SigningRequest signing) implements ReadyOutcome {}

    /** The form is not complete: field, sentence. */
    record Invalid(Map<String, String> fieldErrors) implements ReadyOutcome {}

    /** The gate would stop the signature. */
    record Stopped(Judgement judgement) implements ReadyOutcome {}
}
