package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.review.ReviewQueue;
import health.stillwater.visits.PdmpView;
import health.stillwater.visits.Visits;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what several rooms know of one case. */
@Component
class CasePages {

    private final ReviewQueue queue;
    private final Visits visits;
    private final Prescribing prescribing;
    private final GateInWords gate;
    private final Evidence evidence;
    private final Clock clock;

    CasePages(
            ReviewQueue queue,
            Visits visits,
            Prescribing prescribing,
            GateInWords gate,
            Evidence evidence,
            Clock clock) {
        this.queue = queue;
        this.visits = visits;
        this.prescribing = prescribing;
        this.gate = gate;
        this.evidence = evidence;
        this.clock = clock;
    }

    Screen show(RequestId request, PhysicianId me) {
        return Screen.of("physician/case").with("view", page(request, me));
    }

    /** The case with a form that came back. */
    Screen again(RequestId request, PhysicianId me, FieldErrors errors) {
        return Screen.again("physician/case", errors).with("view", page(request, me));
    }

    CasePage page(RequestId request, PhysicianId me) {
        var view = queue.open(request, me);
        var reports = visits.pdmpOf(request);
        var course = prescribing.courseOf(request, me);
        var read = reports.stream().map(PdmpView::state).collect(Collectors.toSet());
        return new CasePage(
                view,
                gate.of(view.judgement()),
                view.facts(),
                reports,
                visits.statesToCheck(view.facts()).stream()
                        .filter(state -> !read.contains(state))
                        .toList(),
                prescribing.draftOf(request, me),
                course,
                evidence.of(view, course, me),
                clock.instant());
    }
}
