package health.stillwater.review;

import health.stillwater.rulebook.Judgement;
import java.time.Instant;

/** What came of wanting a case. That it is somebody else's is a refusal, not an outcome. */
public sealed interface ClaimOutcome {

    /** It is this physician's until then; every write carries the fence. */
    record Claimed(long fence, Instant until) implements ClaimOutcome {}

    /** The gate says no, and nothing was claimed. */
    record Stopped(Judgement judgement) implements ClaimOutcome {}
}
