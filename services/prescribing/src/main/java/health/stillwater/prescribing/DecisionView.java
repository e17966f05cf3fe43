package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A signed decision, in a line.
 *
 * @param reason why, when declined
 * @param words the physician's own
 * @param zone the patient's
 * @param leaf its place in the ledger
 */
public record DecisionView(
        DecisionId id,
        RequestId request,
        PatientId patient,
        String patientName,
        PhysicianId physician,
        String physicianName,
        PrescriberVerdict verdict,
        Optional<DeclineReason> reason,
        String words,
        Instant signedAt,
        ZoneId zone,
        long leaf,
        Optional<DecisionId> supersedes) {}
