package health.stillwater.portals.physician;

import health.stillwater.enrollment.PatientView;
import health.stillwater.visits.EvaluationView;
import health.stillwater.visits.VisitView;
import java.util.List;

/** The form for the patient of one visit, and what is on record of them. */
public record EvaluationPage(
        VisitView visit, PatientView patient, List<EvaluationView> evaluations) {}
