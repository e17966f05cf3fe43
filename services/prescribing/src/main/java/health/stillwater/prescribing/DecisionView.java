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
 * @param reason why, by code, where the verdict carries one
 * @param words the physician's own
 * @param zone the patient's
 * @param leaf its place in the ledger
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
        Standing standing) {}
