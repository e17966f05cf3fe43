package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signed decision, in a line.
 *
 * @param reason why, by code, where the verdict carries one
 * @param words the physician's own
 * @param zone the patient's
 * @param leaf its place in the ledger, counted from 0; {@link #NOT_YET} for the moment after
 *     signing
 * @param supersedes the decision it corrects
 * @param about the prescription it renews, changes or stops
 * @param standing whether it holds, or what a later one did to it
 */
public record DecisionView(
        DecisionId id,
        RequestId request,
        PatientId patient,
        String patientName,
        PhysicianId physician,
        String physicianName,
        PrescriberVerdict verdict,
        Optional<DecisionReason> reason,
        String words,
        Instant signedAt,
        ZoneId zone,
        long leaf,
        Optional<DecisionId> supersedes,
        Optional<DecisionId> about,
        Standing standing) {

    /** Signed and durable, and its place in the ledger is about to be given. */
    public static final long NOT_YET = -1;

    public boolean isInLedger() {
        return leaf != NOT_YET;
    }

    /** The same at its place; null when it has none yet. */
    DecisionView at(@Nullable Long index) {
        return new DecisionView(
                id,
                request,
                patient,
                patientName,
                physician,
                physicianName,
                verdict,
                reason,
                words,
                signedAt,
                zone,
                index == null ? NOT_YET : index,
                supersedes,
                about,
                standing);
    }
}
