package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;
import java.util.Map;

/**
 * One request for a prescription, as the physician reads it.
 *
 * @param indication what brings the patient, in the rulebook's word; empty when no assessment was
 *     taken
 * @param answers the assessment in words: question, answer, in the order asked
 * @param since when the patient enrolled; before that, when they began
 */
public record RequestView(
        RequestId id,
        PatientId patient,
        String indication,
        Map<String, String> answers,
        Instant since) {}
