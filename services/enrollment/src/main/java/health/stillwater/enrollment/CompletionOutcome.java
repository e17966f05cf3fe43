package health.stillwater.enrollment;

import health.stillwater.kernel.RequestId;
import health.stillwater.rulebook.Judgement;

/** What comes of asking to be enrolled. */
public sealed interface CompletionOutcome {

    record Enrolled(RequestId request) implements CompletionOutcome {}

    /** The gate stopped; the judgement is kept, and its sentences are for the patient. */
    record Stopped(Judgement judgement) implements CompletionOutcome {}
}
