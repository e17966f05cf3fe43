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

import health.stillwater.checkins.CheckIns;
import health.stillwater.checkins.CheckInsView;
import health.stillwater.checkins.CheckInsView.Direction;
import health.stillwater.checkins.CheckInsView.Message;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.ledger.Ledger;
import health.stillwater.licensing.CredentialId;
import health.stillwater.licensing.CredentialKind;
import health.stillwater.licensing.CredentialRow;
import health.stillwater.licensing.CredentialsView;
import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.FollowUpRow;
import health.stillwater.review.FollowUpView;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.County;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.visits.VisitRecord;
import health.stillwater.visits.VisitRecordView;
import health.stillwater.visits.VisitStage;
import health.stillwater.visits.VisitView;
import health.stillwater.visits.Visits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PhysicianPagesTests {

    private static final String PAGE = "/physician/visits/" + VISIT;
    private static final UUID FOLLOW_UP = Samples.id("f0110000");
    private static final UUID FOREIGN = Samples.id("99999999");

    private final Visits visits = mock(Visits.class);
    private final Enrollment enrollment = mock(Enrollment.class);
    private final Rulebook rulebook = mock(Rulebook.class);
    private final ReviewQueue queue = mock(ReviewQueue.class);
    private final CheckIns checkIns = mock(CheckIns.class);
    private final Prescribing prescribing = mock(Prescribing.class);
    private final Ledger ledger = mock(Ledger.class);
    private final Licensing licensing = mock(Licensing.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(enrollment.patient(ROSA)).thenReturn(Samples.rosa());
        when(enrollment.request(REQUEST)).thenReturn(Samples.request());
        when(rulebook.launched(UsState.FL)).thenReturn(true);
        when(rulebook.counties(UsState.FL))
                .thenReturn(
                        List.of(new County("12086", UsState.FL, "Miami-Dade", List.of(EASTERN))));
        when(queue.followUp(FOREIGN, ME)).thenThrow(new Refusal.Missing("This follow-up"));
        when(prescribing.record(new DecisionId(FOREIGN)))
                .thenThrow(new Refusal.Missing("This decision"));
        desk =
                Desk.of(
                        CASTELLANE,
                        new AgendaController(visits, enrollment, rulebook, CLOCK),
                        new FollowUpsController(queue, checkIns, prescribing, CLOCK),
                        new SignedRecordsController(prescribing, ledger),
                        new MyLicensesController(licensing, CLOCK));
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
    void aFollowUpShowsWhatThePatientWroteAndIsClosedWithWords() {
        when(queue.followUps(ME))
                .thenReturn(
                        List.of(
                                new FollowUpRow(
                                        FOLLOW_UP,
                                        FollowUpReason.ALARMING_ANSWER,
                                        FollowUpReason.Urgency.NOW,
                                        UsState.FL,
                                        NOW.minus(Duration.ofMinutes(5)),
                                        true,
                                        true)));
        assertThat(desk.read("/physician/follow-ups").select("main").text())
                .contains("Alarming check-in answer", "5 minutes late")
                .doesNotContain("Rosa");

        followUp(Optional.empty());
        var page =
                kept(
                        desk.mvc().get().uri("/physician/follow-ups/" + FOLLOW_UP).exchange(),
                        200,
                        "physician-follow-up");
        assertThat(page.select("main").text())
                .contains("Rosa Delgado", "I cannot go on", "+13055550142");

        assertThat(
                        desk.send(
                                "/physician/follow-ups/" + FOLLOW_UP + "/close",
                                "outcome",
                                "Called her."))
                .hasRedirectedUrl("/physician/follow-ups");
        verify(queue).closeFollowUp(FOLLOW_UP, ME, "Called her.");
    }

    @Test
    void aFollowUpIsNotClosedWithoutWords() {
        followUp(Optional.empty());
        doThrow(new Refusal.Forbidden("Write down what was done, then close the follow-up."))
                .when(queue)
                .closeFollowUp(FOLLOW_UP, ME, "");
        var page =
                kept(
                        desk.send("/physician/follow-ups/" + FOLLOW_UP + "/close"),
                        422,
                        "physician-follow-up-empty");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#outcome");
    }

    @Test
    void aRecordShowsTheSignedTextAndHowToCheckIt() {
        when(ledger.size()).thenReturn(14L);
        when(prescribing.decisionsBy(ME)).thenReturn(List.of(Texts.line()));
        when(prescribing.record(new DecisionId(Texts.SIGNING))).thenReturn(Texts.record());
        assertThat(desk.read("/physician/records").select(".sw-table").text())
                .contains("Rosa Delgado", "Approved", "12");
        var page =
                kept(
                        desk.mvc().get().uri("/physician/records/" + Texts.SIGNING).exchange(),
                        200,
                        "physician-record");
        assertThat(page.select("main").text())
                .contains(
                        "Prescription signed",
                        "Entry 12 of 14",
                        "java VerifyLedger.java",
                        Texts.HASH,
                        "level “gold”");
        assertThat(page.select("main form")).isEmpty();
    }

    @Test
    void whatIsForeignIsNotThere() {
        when(visits.visit(any(), any())).thenThrow(new Refusal.Missing("This visit"));
        assertThat(desk.mvc().get().uri(PAGE)).hasStatus(404);
        assertThat(desk.mvc().get().uri("/physician/records/" + FOREIGN)).hasStatus(404);
        assertThat(desk.mvc().get().uri("/physician/follow-ups/" + FOREIGN)).hasStatus(404);
    }

    @Test
    void myLicensesSayWhereIMayPrescribeAndWhatIsInTheWay() {
        when(licensing.credentialsOf(ME))
                .thenReturn(
                        new CredentialsView(
                                ME,
                                "Maya Castellane",
                                "1234567893",
                                EnumSet.of(UsState.FL),
                                List.of(
                                        credential(
                                                CredentialKind.LICENSE,
                                                UsState.FL,
                                                CredentialStatus.ACTIVE,
                                                ""),
                                        credential(
                                                CredentialKind.DEA,
                                                UsState.NJ,
                                                CredentialStatus.EXPIRED,
                                                "It expired."),
                                        credential(
                                                CredentialKind.CDS,
                                                UsState.NJ,
                                                null,
                                                "The board was not asked yet.")),
                                List.of("DEA registration in New Jersey")));
        var page = desk.read("/physician/licenses");
        assertThat(page.select("main").text())
                .contains(
                        "You may prescribe in Florida",
                        "DEA registration in New Jersey",
                        "Not checked yet",
                        "It expired.");
    }

    private static CredentialRow credential(
            CredentialKind kind, UsState state, @Nullable CredentialStatus status, String missing) {
        return new CredentialRow(
                CredentialId.next(),
                "Maya Castellane",
                kind,
                state,
                "104417",
                status,
                LocalDate.of(2027, 1, 31),
                status == null ? null : NOW.minus(Duration.ofHours(3)),
                status == null ? null : "board",
                missing);
    }

    private void followUp(Optional<String> outcome) {
        when(queue.followUp(FOLLOW_UP, ME))
                .thenReturn(
                        new FollowUpView(
                                FOLLOW_UP,
                                FollowUpReason.ALARMING_ANSWER,
                                "answer 9",
                                Samples.rosa(),
                                NOW.minus(Duration.ofMinutes(65)),
                                NOW.minus(Duration.ofMinutes(5)),
                                true,
                                outcome));
        when(checkIns.of(ROSA))
                .thenReturn(
                        new CheckInsView(
                                EASTERN,
                                null,
                                List.of(
                                        new Message(
                                                Direction.TO_PATIENT,
                                                NOW.minus(Duration.ofHours(2)),
                                                "How are you, 0 to 10?",
                                                "Delivered"),
                                        new Message(
                                                Direction.FROM_PATIENT,
                                                NOW.minus(Duration.ofMinutes(65)),
                                                "I cannot go on",
                                                "Received")),
                                List.of()));
        when(prescribing.decisionsOf(ROSA)).thenReturn(List.of(Texts.line()));
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
