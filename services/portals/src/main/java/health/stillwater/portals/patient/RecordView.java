package health.stillwater.portals.patient;

import health.stillwater.enrollment.ConsentView;
import health.stillwater.prescribing.DecisionView;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What we keep about a patient, for the patient.
 *
 * @param answers the assessment in words, question by question
 * @param forms every form, signed or not
 * @param looks everybody of our staff who was at the record
 */
public record RecordView(
        ZoneId zone,
        List<DecisionView> decisions,
        Map<String, String> answers,
        List<ConsentView> forms,
        List<Look> looks) {}
