package health.stillwater.portals.patient;

import health.stillwater.enrollment.ConsentView;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.visits.EvaluationView;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What we keep about a patient, for the patient.
 *
 * @param evaluations in person, those that count
 * @param answers the assessment in words, question by question
 * @param forms every form, signed or not
 * @param looks everybody of our staff who was at the record
 */
public record RecordView(
        ZoneId zone,
        List<DecisionView> decisions,
        List<EvaluationView> evaluations,
        Map<String, String> answers,
        List<ConsentView> forms,
        List<Look> looks) {}
