package health.stillwater.portals.physician;

import health.stillwater.prescribing.DecisionRecord;

/**
 * A signed decision and where it stands in the ledger.
 *
 * @param entries how many entries the ledger has now
 */
public record SignedRecordPage(DecisionRecord record, long entries) {

    /** Its place, counted from one as people and lines of a file are. */
    public long line() {
        return record.decision().leaf() + 1;
    }
}
