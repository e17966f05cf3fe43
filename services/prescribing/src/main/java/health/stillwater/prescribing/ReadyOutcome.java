package health.stillwater.prescribing;

import health.stillwater.rulebook.Judgement;
import java.math.BigDecimal;
import java.util.Map;

/** What came of marking a decision ready to sign. */
public sealed interface ReadyOutcome {

    /** Frozen; any later change voids it. */
    record Ready(SigningRequest signing) implements ReadyOutcome {}

    /** The form is not complete: field, sentence. */
    record Invalid(Map<String, String> fieldErrors) implements ReadyOutcome {}

    /**
     * The protocol asks a second physician's signature first.
     *
     * @param text what is to be signed, with nobody second named yet
     * @param aboveMg milligrams a session above which it asks one
     */
    record SecondNeeded(SignedText text, BigDecimal aboveMg) implements ReadyOutcome {}

    /** The gate would stop the signature. */
    record Stopped(Judgement judgement) implements ReadyOutcome {}
}
