package health.stillwater.portals.physician;

import health.stillwater.checkins.CheckIns;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.licensing.Licensing;
import health.stillwater.prescribing.CourseView;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.review.CaseView;
import health.stillwater.review.Casework;
import health.stillwater.review.ReviewQueue;
import health.stillwater.visits.Visits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what stands beside a case, from the rooms that know it. */
@Component
class Evidence {

    private final Enrollment enrollment;
    private final ReviewQueue queue;
    private final Casework casework;
    private final CheckIns checkIns;
    private final Prescribing prescribing;
    private final Visits visits;
    private final Licensing licensing;
    private final Clock clock;

    Evidence(
            Enrollment enrollment,
            ReviewQueue queue,
            Casework casework,
            CheckIns checkIns,
            Prescribing prescribing,
            Visits visits,
            Licensing licensing,
            Clock clock) {
        this.enrollment = enrollment;
        this.queue = queue;
        this.casework = casework;
        this.checkIns = checkIns;
        this.prescribing = prescribing;
        this.visits = visits;
        this.licensing = licensing;
        this.clock = clock;
    }

    EvidenceView of(CaseView view, CourseView course, PhysicianId me) {
        var patient = view.patient().id();
        var decisions = prescribing.decisionsOf(patient);
        return new EvidenceView(
                queue.changes(view),
                MoodChart.of(enrollment.moodsOf(patient)),
                CheckInChart.of(checkIns.trend(patient)),
                decisions,
                decisions.stream()
                        .filter(decision -> decision.verdict().prescribes())
                        .map(DecisionView::id)
                        .collect(Collectors.toMap(Function.identity(), prescribing::prescription)),
                course.coveredThrough(),
                visits.evaluationsOf(patient),
                casework.pausesOf(view.caseId(), me),
                casework.notesOn(view.caseId(), me),
                licensing.names(),
                LocalDate.ofInstant(clock.instant(), view.patient().zone()));
    }
}
