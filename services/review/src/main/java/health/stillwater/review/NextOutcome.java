package health.stillwater.review;

import health.stillwater.kernel.RequestId;
import java.util.List;
import java.util.UUID;

/** What a physician gets who asks for the next case. */
public sealed interface NextOutcome {

    /** It is theirs until then; every write carries the fence. */
    record Claimed(RequestId caseId, Claim claim) implements NextOutcome {}

    /** Somebody is in danger: this comes before any case. */
    record Urgent(UUID followUp) implements NextOutcome {}

    /** They hold so many already that the one they took first comes first. */
    record Unfinished(RequestId caseId) implements NextOutcome {}

    /** Nothing they could take. */
    record Nothing(List<PutAside> putAside) implements NextOutcome {}

    /**
     * A case that the gate keeps from this physician for now.
     *
     * @param because what stops it, a sentence a row
     */
    record PutAside(RequestId caseId, String reference, List<String> because) {}
}
