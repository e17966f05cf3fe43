package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.CASTELLANE;
import static health.stillwater.portals.physician.Samples.CLOCK;
import static health.stillwater.portals.physician.Samples.EASTERN;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOW;
import static health.stillwater.portals.physician.Samples.REQUEST;
import static health.stillwater.portals.physician.Samples.ROSA;
import static health.stillwater.portals.physician.Samples.VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Desk;
import health.stillwater.visits.EvaluationId;
import health.stillwater.visits.EvaluationView;
import health.stillwater.visits.NewEvaluation;
import health.stillwater.visits.VisitId;
import health.stillwater.visits.VisitStage;
import health.stillwater.visits.VisitView;
import health.stillwater.visits.Visits;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvaluationPagesTests {

    private static final String FORM = "/physician/visits/" + VISIT + "/evaluation";
    private static final EvaluationId EVALUATION =
            new EvaluationId(UUID.fromString("e0000000-0000-4000-8000-000000000001"));

    private final Visits visits = mock(Visits.class);
    private final Enrollment enrollment = mock(Enrollment.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        var visit =
                new VisitView(
                        VISIT,
                        REQUEST,
                        ROSA,
                        ME,
                        "Dr. Imre Castellane",
                        NOW,
                        NOW.plusSeconds(1800),
                        EASTERN,
                        VisitStage.FINISHED,
                        NOW,
                        NOW.plusSeconds(1200),
                        null);
        when(enrollment.patient(ROSA)).thenReturn(Samples.rosa());
        when(visits.visit(VISIT, ME)).thenReturn(visit);
        when(visits.notEvaluatedBy(ME)).thenReturn(List.of(visit));
        when(visits.evaluationsBy(ME)).thenReturn(List.of(evaluation(false), evaluation(true)));
        when(visits.evaluationsOf(ROSA)).thenReturn(List.of(evaluation(false)));
        desk = Desk.of(CASTELLANE, new EvaluationsController(visits, enrollment, CLOCK));
    }

    @Test
    void theListSaysWhoIsLeftAndWhatIsOnRecord() {
        var page = desk.read("/physician/evaluations");
        assertThat(page.select("section[aria-labelledby=without-title] tbody a").attr("href"))
                .isEqualTo(FORM);
        assertThat(page.select("section[aria-labelledby=mine-title] tbody tr").first().text())
                .contains("Rosa Delgado", "November 20, 2026", "Ocala clinic", "note 114", "Yes");
        assertThat(page.select("section[aria-labelledby=mine-title] tbody tr").last().text())
                .contains("Struck", "The wrong patient");
    }

    @Test
    void anEvaluationIsPutOnRecord() {
        var page = Desk.page(desk.mvc().get().uri(FORM).exchange(), 200, "physician-evaluation");
        assertThat(page.select("main").text())
                .contains("Rosa Delgado", "Ocala clinic, by Dr. Imre Castellane");
        assertThat(
                        desk.send(
                                FORM,
                                "on",
                                "2026-11-20",
                                "place",
                                " Ocala clinic ",
                                "others",
                                "A nurse",
                                "document",
                                "note 114"))
                .hasRedirectedUrl("/physician/evaluations");
        verify(visits)
                .evaluatedInPerson(
                        VISIT,
                        ME,
                        new NewEvaluation(
                                LocalDate.of(2026, 11, 20), "Ocala clinic", "A nurse", "note 114"));
    }

    @Test
    void whatIsMissingOrCannotBeIsSaidAtItsField() {
        var empty = Desk.page(desk.send(FORM), 422, "physician-evaluation-empty");
        assertThat(empty.select(".sw-errors a").eachAttr("href"))
                .containsExactly("#on", "#place", "#document");
        var early =
                Desk.page(
                        desk.send(
                                FORM,
                                "on",
                                "2026-11-24",
                                "place",
                                "Ocala clinic",
                                "document",
                                "note 114"),
                        422,
                        "physician-evaluation-early");
        assertThat(early.getElementById("on-error").text()).contains("has not come yet");
        assertThat(early.getElementById("place").val()).isEqualTo("Ocala clinic");
        verify(visits, never()).evaluatedInPerson(any(), any(), any());
    }

    @Test
    void aMistakeIsStruckWithItsReason() {
        var address = "/physician/evaluations/" + EVALUATION + "/strike";
        assertThat(desk.send(address, "reason", "The wrong patient"))
                .hasRedirectedUrl("/physician/evaluations");
        verify(visits).strike(EVALUATION, ME, "The wrong patient");
        doThrow(new Refusal.Forbidden("Say in a sentence why it is struck."))
                .when(visits)
                .strike(EVALUATION, ME, "");
        var page = Desk.page(desk.send(address), 422, "physician-evaluations-strike");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#reason-" + EVALUATION);
        assertThat(page.select("details[open]")).isNotEmpty();
    }

    @Test
    void anothersVisitIsNotThere() {
        var foreign = UUID.randomUUID();
        when(visits.visit(new VisitId(foreign), ME)).thenThrow(new Refusal.Missing("This visit"));
        assertThat(desk.mvc().get().uri("/physician/visits/" + foreign + "/evaluation"))
                .hasStatus(404);
    }

    private static EvaluationView evaluation(boolean struck) {
        return new EvaluationView(
                struck ? new EvaluationId(UUID.randomUUID()) : EVALUATION,
                ROSA,
                ME,
                "Dr. Imre Castellane",
                LocalDate.of(2026, 11, 20),
                "Ocala clinic",
                "A nurse",
                "note 114",
                NOW,
                struck,
                struck ? "The wrong patient" : "");
    }
}
