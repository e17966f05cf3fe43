package health.stillwater.rulebook;

import java.time.Instant;
import java.util.List;

/**
 * A change that two persons agreed on.
 *
 * @param position its place in the order of decisions, which names the edition it makes
 * @param approvedBy the accounts of the proposer and the approver
 * @param names the same two, as people read them
 */
record Approved(
        long position,
        long proposal,
        Instant effectiveFrom,
        Change change,
        List<String> approvedBy,
        List<String> names) {}
