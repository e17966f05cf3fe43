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
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Desk;
import health.stillwater.rulebook.County;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.visits.VisitRecord;
import health.stillwater.visits.VisitRecordView;
import health.stillwater.visits.VisitStage;
import health.stillwater.visits.VisitView;
import health.stillwater.visits.Visits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class VisitPagesTests {

    private static final String PAGE = "/physician/visits/" + VISIT;

    private final Visits visits = mock(Visits.class);
    private final Enrollment enrollment = mock(Enrollment.class);
    private final Rulebook rulebook = mock(Rulebook.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(enrollment.patient(ROSA)).thenReturn(Samples.rosa());
        when(enrollment.request(REQUEST)).thenReturn(Samples.request());
        when(rulebook.launched(UsState.FL)).thenReturn(true);
        when(rulebook.counties(UsState.FL))
                .thenReturn(
                        List.of(new County("12086", UsState.FL, "Miami-Dade", List.of(EASTERN))));
        desk = Desk.of(CASTELLANE, new AgendaController(visits, enrollment, rulebook, CLOCK));
    }

    @Test
    void theAgendaSaysWhenAndHowEachVisitStands() {
        when(visits.agenda(ME))
                .thenReturn(
                        List.of(
                                visit(VisitStage.BOOKED, null),
                                visit(VisitStage.FINISHED, VisitRecord.Modality.AUDIO)));
        var page = desk.read("/physician/visits");
        assertThat(page.select(".sw-table").text())
                .contains(
                        "Rosa Delgado",
                        "Monday, November 23, 2:00 pm ET",
                        "in 20 minutes",
                        "Booked",
                        "Not by video");
    }

    @Test
    void aVisitBeginsOnlyInACountyWeServe() {
        at(VisitStage.BOOKED, null);
        var page =
                kept(desk.send(PAGE + "/start", "county", "48113"), 422, "physician-visit-start");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#county");
        verify(visits, never()).start(any(), any(), any());

        assertThat(desk.send(PAGE + "/start", "county", "12086")).hasRedirectedUrl(PAGE);
        verify(visits).start(VISIT, ME, "12086");
    }

    @Test
    void aVisitThatIsTooFarAwaySaysSo() {
        at(VisitStage.BOOKED, null);
        doThrow(new Refusal.Forbidden("This visit is too far away to start."))
                .when(visits)
                .start(any(), any(), any());
        var page =
                kept(desk.send(PAGE + "/start", "county", "12086"), 422, "physician-visit-early");
        assertThat(page.select(".sw-errors").text()).contains("too far away to start");
    }

    @Test
    void beforeTheyMetTheOnlyEndIsThatTheyDidNot() {
        at(VisitStage.BOOKED, null);
        var page = kept(desk.mvc().get().uri(PAGE).exchange(), 200, "physician-visit-booked");
        assertThat(page.select("input[name=modality]").eachAttr("value")).containsExactly("NONE");
        assertThat(desk.send(PAGE + "/note", "modality", "NONE")).hasRedirectedUrl(PAGE);
        verify(visits)
                .finish(
                        VISIT,
                        ME,
                        new VisitRecord(VisitRecord.Modality.NONE, "", "", "", "", "", ""));
    }

    @Test
    void aNoteWithHolesPointsAtThemAndKeepsTheRest() {
        at(VisitStage.STARTED, null);
        var page =
                kept(
                        desk.send(
                                PAGE + "/note",
                                "modality",
                                "VIDEO",
                                "history",
                                "Low mood.",
                                "diagnosisCode",
                                "depression"),
                        422,
                        "physician-note-wrong");
        assertThat(page.select(".sw-errors a").eachAttr("href"))
                .containsExactly(
                        "#records", "#diagnosis", "#diagnosisCode", "#priorTreatments", "#plan");
        assertThat(page.getElementById("history").val()).isEqualTo("Low mood.");
        verify(visits, never()).finish(any(), any(), any());
    }

    @Test
    void howTheyMetIsNeverChosenForThem() {
        at(VisitStage.STARTED, null);
        var page = kept(desk.mvc().get().uri(PAGE).exchange(), 200, "physician-visit-started");
        assertThat(page.select("input[name=modality]")).hasSize(3);
        assertThat(page.select("input[checked]")).isEmpty();
        assertThat(
                        kept(desk.send(PAGE + "/note"), 422, "physician-note-empty")
                                .select(".sw-errors")
                                .text())
                .contains("Say how you met");
    }

    @Test
    void aSignedNoteStandsAsItWasWritten() {
        at(VisitStage.FINISHED, VisitRecord.Modality.VIDEO);
        when(visits.recordOf(REQUEST))
                .thenReturn(Optional.of(new VisitRecordView(VISIT, ME, NOW, NOW, Samples.note())));
        var page = kept(desk.mvc().get().uri(PAGE).exchange(), 200, "physician-visit-finished");
        assertThat(page.select("main").text()).contains("By live video", "F33.1", "Note signed");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main a.btn").attr("href")).isEqualTo("/physician/cases/" + REQUEST);
    }

    @Test
    void aForeignVisitIsNotThere() {
        when(visits.visit(any(), any())).thenThrow(new Refusal.Missing("This visit"));
        assertThat(desk.mvc().get().uri(PAGE)).hasStatus(404);
    }

    private void at(VisitStage stage, VisitRecord.@Nullable Modality modality) {
        when(visits.visit(VISIT, ME)).thenReturn(visit(stage, modality));
        when(visits.recordOf(REQUEST)).thenReturn(Optional.empty());
    }

    private static VisitView visit(VisitStage stage, VisitRecord.@Nullable Modality modality) {
        return new VisitView(
                VISIT,
                REQUEST,
                ROSA,
                ME,
                "Maya Castellane",
                NOW.plus(Duration.ofMinutes(20)),
                NOW.plus(Duration.ofMinutes(50)),
                EASTERN,
                stage,
                null,
                null,
                modality);
    }

    private static Document kept(MvcTestResult answer, int status, String name) {
        return Desk.page(answer, status, name);
    }
}
