package health.stillwater.portals.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.audit.AuditRow;
import health.stillwater.billing.PlanStage;
import health.stillwater.checkins.CheckInPoint;
import health.stillwater.checkins.CheckInsView;
import health.stillwater.enrollment.AssessmentId;
import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.Shipment;
import health.stillwater.portals.shell.ActingFilter;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.PrescriberVerdict;
import health.stillwater.review.CaseStage;
import health.stillwater.visits.VisitRecord.Modality;
import health.stillwater.visits.VisitStage;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HomePageTests {

    private static final AssessmentId HELD = new AssessmentId(UUID.randomUUID());

    private final Rosalind she = new Rosalind();

    @Test
    void eachStepOfTheEnrollmentIsTheNextOneInTurn() {
        she.did();
        assertNext("new", "/start");
        she.did(Step.ASSESSMENT);
        assertNext("assessed", "/patient/about");
        she.did(Step.ASSESSMENT, Step.ABOUT_YOU);
        assertNext("described", "/patient/identity");
        she.did(Step.ASSESSMENT, Step.ABOUT_YOU, Step.IDENTITY);
        assertNext("proved", "/patient/consents");
        she.did(Step.ASSESSMENT, Step.ABOUT_YOU, Step.IDENTITY, Step.CONSENTS);
        assertNext("agreed", "/patient/card");
        she.plan(PlanStage.NOTHING_YET, Rosalind.VISA);
        assertNext("card", "/patient/location");
    }

    @Test
    void everyStepIsListedWithItsWayAndWhetherItIsDone() {
        she.did(Step.ASSESSMENT, Step.ABOUT_YOU);
        var page = home("steps");
        assertThat(page.select(".sw-dl--steps dt")).hasSize(6);
        assertThat(page.select(".sw-dl--steps .sw-badge--ok")).hasSize(2);
        assertThat(page.select(".sw-dl--steps a").eachAttr("href"))
                .doesNotContain("/start")
                .contains("/patient/card");
    }

    @Test
    void whatTheGateSaysIsReadBeforeAskingItAgain() {
        she.plan(PlanStage.NOTHING_YET, Rosalind.VISA)
                .stopped("Please verify your identity again.");
        var page = home("stopped");
        assertThat(page.select(".sw-notice--wait").text())
                .contains("Please verify your identity again.");
        assertThat(page.select(".sw-card--next form").attr("action"))
                .isEqualTo("/patient/enrollment");
        assertThat(page.select(".sw-card--next form input[name=_csrf]")).hasSize(1);
    }

    @Test
    void afterEnrollmentComesTheVisitAndThenWaiting() {
        she.enrolled();
        assertNext("enrolled", "/patient/visit");
        she.visit(VisitStage.BOOKED, null);
        assertThat(home("booked").select(".sw-card--next h2").text())
                .contains("Tuesday, November 24");
        she.visit(VisitStage.FINISHED, Modality.AUDIO);
        assertNext("audio", "/patient/visit");
        she.visit(VisitStage.FINISHED, Modality.VIDEO);
        assertThat(home("review").select(".sw-card--next").text())
                .contains("Nothing to do for you now", "reviewing");
        when(she.reviews.stageOf(Rosalind.REQUEST)).thenReturn(Optional.of(CaseStage.HELD));
        assertThat(home("held").select(".sw-card--next h2").text())
                .isEqualTo("We are completing your file");
    }

    @Test
    void whoWaitsOverMidnightIsAskedAgainWhereTheyAre() {
        she.enrolled().visit(VisitStage.FINISHED, Modality.VIDEO);
        she.enrolledBut(Step.LOCATION);
        assertNext("place-of-yesterday", "/patient/location");
    }

    @Test
    void noPageBeforeADecisionSoundsLikeAYes() {
        she.enrolled().visit(VisitStage.FINISHED, Modality.VIDEO);
        assertThat(home("no-promise").select("main").text())
                .doesNotContain("Approved")
                .doesNotContainIgnoringCase("congratulations")
                .doesNotContainIgnoringCase("eligible");
    }

    @Test
    void anApprovedOrderIsToldUpToItsTrackingNumber() {
        she.enrolled()
                .visit(VisitStage.FINISHED, Modality.VIDEO)
                .plan(PlanStage.ACTIVE, Rosalind.VISA);
        var yes = Decisions.view(PrescriberVerdict.APPROVE);
        when(she.prescribing.decisionsOf(Rosalind.ME)).thenReturn(List.of(yes));
        ordered(OrderStage.SHIPPED, "Your package is on its way.");
        looked();
        var page = home("shipped");
        assertThat(page.select("main").text())
                .contains("1Z999AA10123456784", "Dr. Ines Castellane approved");
        assertThat(page.select("[aria-current=step]").text()).startsWith("On its way to you (now)");
        assertThat(page.select("a[href=/patient/record/" + yes.id() + "]")).isNotEmpty();
    }

    @Test
    void anOrderThePharmacyRefusedIsNotToldAsOnItsWay() {
        she.enrolled()
                .visit(VisitStage.FINISHED, Modality.VIDEO)
                .plan(PlanStage.ACTIVE, Rosalind.VISA);
        when(she.prescribing.decisionsOf(Rosalind.ME))
                .thenReturn(List.of(Decisions.view(PrescriberVerdict.APPROVE)));
        ordered(OrderStage.REFUSED, "The pharmacy could not fill your prescription.");
        var page = home("refused");
        assertThat(page.select("[aria-current=step]").text()).contains("could not fill");
        assertThat(page.select(".sw-time").text()).doesNotContain("On its way", "Delivered");
    }

    @Test
    void aNoLeadsToItsReasonAndSaysThatNothingIsCharged() {
        she.enrolled()
                .visit(VisitStage.FINISHED, Modality.VIDEO)
                .plan(PlanStage.NOT_CHARGED, Rosalind.VISA);
        var no = Decisions.view(PrescriberVerdict.DECLINE);
        when(she.prescribing.decisionsOf(Rosalind.ME)).thenReturn(List.of(no));
        assertNext("declined", "/patient/record/" + no.id());
        assertThat(home("declined").select(".sw-card--next").text()).contains("charged nothing");
    }

    @Test
    void howSheHasBeenIsDrawnWithItsGapsAndItsNumbers() {
        var points =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        new CheckInPoint(
                                                i * 3,
                                                LocalDate.of(2026, 11, 1).plusDays(i * 3L),
                                                i == 4 ? null : 3 + i / 2))
                        .toList();
        she.enrolled();
        when(she.checkIns.of(Rosalind.ME))
                .thenReturn(new CheckInsView(Rosalind.EASTERN, null, null, List.of(), points));
        var page = home("trend");
        assertThat(page.select("svg[role=img] .line")).hasSize(2);
        assertThat(page.select(".sw-twin td").eachText()).contains("Not answered");
    }

    @Test
    void staffWhoLookedAreNamedWithTheirWork() {
        she.enrolled();
        looked();
        assertThat(home("looks").select("main table").text())
                .contains(
                        "Dr. Ines Castellane", "Physician", "Read your record", "2 times that day")
                .doesNotContain("Rosalind Teague");
    }

    @Test
    void theAssessmentOfTheBrowserIsTakenOverAndForgottenThere() {
        she.did(Step.ASSESSMENT);
        var answer = she.desk.mvc().get().uri("/patient").cookie(cookie()).exchange();
        verify(she.enrollment).begin(eq(Rosalind.ME), eq(HELD), any());
        assertThat(answer.getResponse().getHeader("Set-Cookie"))
                .contains(ActingFilter.VISIT_COOKIE + "=;", "Max-Age=0");
    }

    @Test
    void anUnfinishedAssessmentStaysInTheBrowser() {
        she.did();
        var answer = she.desk.mvc().get().uri("/patient").cookie(cookie()).exchange();
        assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
    }

    @Test
    void anothersAssessmentInTheSameBrowserShutsNobodyOut() {
        she.did();
        when(she.enrollment.begin(eq(Rosalind.ME), eq(HELD), any()))
                .thenThrow(new Refusal.Missing("This assessment"));
        assertThat(she.desk.mvc().get().uri("/patient").cookie(cookie()).exchange()).hasStatusOk();
        verify(she.enrollment).begin(eq(Rosalind.ME), isNull(), any());
    }

    private void assertNext(String name, String address) {
        var links = home(name).select(".sw-card--next a.btn");
        assertThat(links.eachAttr("href")).containsExactly(address);
    }

    private Document home(String name) {
        return Desk.page(she.desk.mvc().get().uri("/patient").exchange(), 200, "home-" + name);
    }

    private void ordered(OrderStage stage, String words) {
        var shipment =
                stage == OrderStage.SHIPPED
                        ? new Shipment(
                                "UPS",
                                "1Z999AA10123456784",
                                Instant.parse("2026-11-26T14:00:00Z"),
                                null)
                        : null;
        she.ordered(stage, words, shipment);
    }

    private void looked() {
        when(she.audit.of(Rosalind.ME))
                .thenReturn(
                        List.of(
                                row(
                                        4,
                                        Actor.Kind.PHYSICIAN,
                                        "Dr. Ines Castellane",
                                        "Seen",
                                        "2026-11-24T18:00:00Z"),
                                row(
                                        3,
                                        Actor.Kind.PHARMACIST,
                                        "L. Abara",
                                        "Order accepted",
                                        "2026-11-24T17:40:00Z"),
                                row(
                                        2,
                                        Actor.Kind.PHYSICIAN,
                                        "Dr. Ines Castellane",
                                        "Seen",
                                        "2026-11-24T17:30:00Z"),
                                row(
                                        1,
                                        Actor.Kind.PATIENT,
                                        "Rosalind Teague",
                                        "Consents signed",
                                        "2026-11-23T15:00:00Z")));
    }

    private static AuditRow row(long id, Actor.Kind kind, String name, String action, String at) {
        return new AuditRow(id, Instant.parse(at), kind, name, name, action, Rosalind.ME, "case");
    }

    private static Cookie cookie() {
        return new Cookie(ActingFilter.VISIT_COOKIE, HELD.toString());
    }
}
