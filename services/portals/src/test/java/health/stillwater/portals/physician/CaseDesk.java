package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.CASTELLANE;
import static health.stillwater.portals.physician.Samples.CLOCK;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOT_MINE;
import static health.stillwater.portals.physician.Samples.REQUEST;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.checkins.CheckIns;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.CourseView;
import health.stillwater.prescribing.DecisionForm;
import health.stillwater.prescribing.Draft;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.SecondSignatures;
import health.stillwater.review.CaseStage;
import health.stillwater.review.Casework;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.visits.Visits;
import java.util.EnumSet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A physician's desk with the pages of one case, for the tests of its parts. */
abstract class CaseDesk {

    static final String CASE = "/physician/cases/" + REQUEST;

    final Enrollment enrollment = mock(Enrollment.class);
    final ReviewQueue queue = mock(ReviewQueue.class);
    final Visits visits = mock(Visits.class);
    final Prescribing prescribing = mock(Prescribing.class);
    final SecondSignatures seconds = mock(SecondSignatures.class);
    final StepUp stepUp = mock(StepUp.class);
    final Casework casework = mock(Casework.class);
    final CheckIns checkIns = mock(CheckIns.class);
    final Licensing licensing = mock(Licensing.class);
    private final Rulebook rulebook = mock(Rulebook.class);
    Desk desk;

    @BeforeEach
    void aDesk() {
        var evidence =
                new Evidence(
                        enrollment,
                        queue,
                        casework,
                        checkIns,
                        prescribing,
                        visits,
                        licensing,
                        CLOCK);
        var pages =
                new CasePages(
                        queue, visits, prescribing, new GateInWords(rulebook), evidence, CLOCK);
        when(queue.changes(any())).thenReturn(Samples.changes());
        when(queue.waitingFor(eq(ME), any())).thenReturn(Samples.listing());
        when(licensing.servableBy(ME)).thenReturn(EnumSet.of(UsState.FL, UsState.NJ));
        when(rulebook.rows()).thenReturn(Samples.rows());
        when(visits.pdmpOf(REQUEST)).thenReturn(Samples.reports());
        when(visits.statesToCheck(any())).thenReturn(EnumSet.of(UsState.FL, UsState.NJ));
        when(queue.open(NOT_MINE, ME)).thenThrow(new Refusal.Missing("This case"));
        when(prescribing.draftOf(REQUEST, ME)).thenReturn(new Draft(DecisionForm.empty(), 0, null));
        when(prescribing.courseOf(REQUEST, ME)).thenReturn(CourseView.none());
        desk =
                Desk.of(
                        CASTELLANE,
                        new QueueController(queue, licensing, CLOCK),
                        new AsideController(queue, casework, CLOCK),
                        new OpinionController(queue, casework, seconds, stepUp),
                        new CoverController(casework, licensing, CLOCK),
                        new CaseController(pages),
                        new ClaimController(queue),
                        new DecisionController(prescribing, seconds, pages),
                        new PdmpController(visits, queue));
    }

    void mine() {
        when(queue.open(REQUEST, ME))
                .thenReturn(Samples.open(CaseStage.CLAIMED, true, Samples.stopping(Moment.CLAIM)));
    }

    String byItself(String address, String... fields) {
        var form = MockMvcRequestBuilders.post(CASE + address).header("HX-Request", "true");
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return kept(desk.mvc().perform(form), 200, "physician-fragment").outerHtml();
    }

    static Document kept(MvcTestResult answer, int status, String name) {
        return Desk.page(answer, status, name);
    }
}
