package health.stillwater.prescribing;

import health.stillwater.rulebook.Judgement;

/** What came of a second physician's completing the second factor. */
public sealed interface SecondOutcome {

    /** On record; the case goes back to the physician who asked. */
    record Signed() implements SecondOutcome {}

    /** The gate says no to this physician; nothing was written. */
    record Stopped(Judgement judgement) implements SecondOutcome {}

    /** The second factor does not sign this; nothing was written. */
    record FactorRefused(String why) implements SecondOutcome {}
}
