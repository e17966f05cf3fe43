package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.CASTELLANE;
import static health.stillwater.portals.physician.Samples.CLOCK;
import static health.stillwater.portals.physician.Samples.FENCE;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOT_MINE;
import static health.stillwater.portals.physician.Samples.NOW;
import static health.stillwater.portals.physician.Samples.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.DecisionForm;
import health.stillwater.prescribing.Draft;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.ReadyOutcome;
import health.stillwater.review.CaseStage;
import health.stillwater.review.Claim;
import health.stillwater.review.ClaimOutcome;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.visits.Visits;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class CasePagesTests {

    private static final String CASE = "/physician/cases/" + REQUEST;

    private final ReviewQueue queue = mock(ReviewQueue.class);
    private final Visits visits = mock(Visits.class);
    private final Prescribing prescribing = mock(Prescribing.class);
    private final Rulebook rulebook = mock(Rulebook.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        var pages = new CasePages(queue, visits, prescribing, new GateInWords(rulebook), CLOCK);
        when(rulebook.rows()).thenReturn(Samples.rows());
        when(visits.pdmpOf(REQUEST)).thenReturn(Samples.reports());
        when(visits.statesToCheck(REQUEST, ME)).thenReturn(EnumSet.of(UsState.FL, UsState.NJ));
        when(queue.factsOf(REQUEST, ME)).thenReturn(Samples.facts());
        when(queue.open(NOT_MINE, ME)).thenThrow(new Refusal.Missing("This case"));
        when(prescribing.draftOf(REQUEST, ME)).thenReturn(new Draft(DecisionForm.empty(), 0, null));
        desk =
                Desk.of(
                        CASTELLANE,
                        new QueueController(queue, CLOCK),
                        new CaseController(pages),
                        new ClaimController(queue),
                        new DecisionController(prescribing, pages),
                        new PdmpController(visits, queue));
    }

    @Test
    void theQueueNamesNoPatientAndSaysWhatIsHeldAndWhy() {
        when(queue.waitingFor(ME))
                .thenReturn(
                        List.of(
                                Samples.row(CaseStage.CLAIMED, true),
                                Samples.row(CaseStage.WAITING, false),
                                Samples.row(CaseStage.HELD, false)));
        var page = desk.read("/physician");
        assertThat(page.select(".sw-table tbody tr")).hasSize(2);
        assertThat(page.select("main").text())
                .contains(
                        "2 cases, 1 yours",
                        "Yours until 2:08 pm",
                        "in 35 minutes",
                        "Thoughts of self-harm reported")
                .contains("D17: monitoring report of NJ: not known")
                .doesNotContain("Rosa");
        assertThat(page.select(".sw-table tbody a").first().attr("href")).isEqualTo(CASE);
    }

    @Test
    void anEmptyQueueSaysWhatComesNext() {
        when(queue.waitingFor(ME)).thenReturn(List.of());
        var page = kept(desk.mvc().get().uri("/physician").exchange(), 200, "physician-empty");
        assertThat(page.select(".sw-empty").text())
                .contains("Nobody waits for you", "after a video visit");
    }

    @Test
    void aClaimedCaseShowsEvidenceGateAndAnEmptyDecision() {
        mine();
        var page = kept(desk.mvc().get().uri(CASE).exchange(), 200, "physician-case");
        assertThat(page.title()).isEqualTo("Case SW-2F7C0C9E – Physician – Stillwater");
        assertThat(page.select("h1").text()).isEqualTo("Rosa Delgado");
        assertThat(page.select(".sw-who").text())
                .contains("47", "Miami-Dade, FL (told 2 hours ago)");
        assertThat(page.select("main").text())
                .contains(
                        "F33.1",
                        "15 of 27; item 9, self-harm: 0",
                        "EF-2291-77",
                        "New Jersey Not read yet")
                .contains("Yours until 2:08 pm");
        assertThat(page.select(".sw-decide input[checked], .sw-decide option[selected]")).isEmpty();
        assertThat(page.select(".sw-decide input[name=fence]").val()).isEqualTo("3");
    }

    @Test
    void everyRowOfTheGateStandsThereWithItsWordSentenceAndSource() {
        mine();
        var page = kept(desk.mvc().get().uri(CASE).exchange(), 200, "physician-case-stops");
        assertThat(page.select(".sw-verdict")).hasSize(3);
        var first = page.select(".sw-verdict").first();
        assertThat(first.select(".sw-verdict__word").text()).isEqualTo("STOP");
        assertThat(first.text())
                .contains(
                        "D05",
                        "Your license check in this state did not pass.",
                        "(2026-11-01)",
                        "21 CFR 1307.41");
        assertThat(page.select(".sw-decide .sw-notice").text())
                .contains("You cannot approve yet", "D17");
    }

    @Test
    void thatAPaymentRowPassedIsNotShownToAPhysician() {
        when(queue.open(REQUEST, ME))
                .thenReturn(Samples.open(CaseStage.CLAIMED, true, Samples.passing(Moment.CLAIM)));
        assertThat(desk.read(CASE).select(".sw-verdict__id").eachText())
                .containsExactly("D01", "D05");
    }

    @Test
    void whoeverClaimsStatesThatThePatientIsNoRelative() {
        waiting();
        var page = kept(desk.mvc().get().uri(CASE).exchange(), 200, "physician-case-waiting");
        var form = page.select("form[action=" + CASE + "/claim]");
        assertThat(form.text())
                .contains("By claiming you state that Rosa Delgado is no relative of yours");
        assertThat(page.select("textarea")).isEmpty();
    }

    @Test
    void aCaseThatIsHeldSaysWhyAndOffersNoClaim() {
        when(queue.open(REQUEST, ME))
                .thenReturn(Samples.open(CaseStage.HELD, false, Samples.stopping(Moment.QUEUE)));
        var page = kept(desk.mvc().get().uri(CASE).exchange(), 200, "physician-case-held");
        assertThat(page.select(".sw-decide").text())
                .contains("Not in the queue yet", "D17: monitoring report");
        assertThat(page.select("form[action$=claim]")).isEmpty();
    }

    @Test
    void aCaseOfSomebodyElseIsNotThere() {
        assertThat(desk.mvc().get().uri("/physician/cases/" + NOT_MINE)).hasStatus(404);
        assertThat(desk.mvc().get().uri("/physician/cases/" + NOT_MINE + "/reports"))
                .hasStatus(404);
        assertThat(desk.mvc().get().uri("/physician/cases/no-id")).hasStatus(404);
    }

    @Test
    void aStoppedClaimTellsTheSentencesOfTheGate() {
        waiting();
        when(queue.claim(REQUEST, ME))
                .thenReturn(new ClaimOutcome.Stopped(Samples.stopping(Moment.CLAIM)));
        var answer = desk.send(CASE + "/claim");
        assertThat(answer).hasStatus(303).hasRedirectedUrl(CASE);
        var page = kept(desk.follow(answer), 200, "physician-claim-stopped");
        assertThat(page.select("[role=alert]").text())
                .contains(
                        "Nothing was claimed",
                        "D05: Your license check in this state did not pass.",
                        "D17");
    }

    @Test
    void aClaimRenewsItselfAndSaysWhenItIsOver() {
        when(queue.renew(REQUEST, ME, FENCE))
                .thenReturn(new Claim(FENCE, NOW.plus(Duration.ofMinutes(30))));
        assertThat(byItself("/renewal", "fence", "3"))
                .contains("Yours until 2:10 pm")
                .doesNotContain("sw-bar");
        when(queue.renew(REQUEST, ME, FENCE))
                .thenThrow(new Refusal.Overtaken("Your claim on this case has ended."));
        assertThat(byItself("/renewal", "fence", "3"))
                .contains("Your claim has ended", "Open again");
    }

    @Test
    void aDraftIsSavedWithTheVersionThePageStartedFrom() {
        when(prescribing.save(eq(REQUEST), eq(ME), any()))
                .thenReturn(new Draft(Samples.approving(), 8, NOW));
        assertThat(desk.send(CASE + "/draft", "version", "7", "words", "Because"))
                .hasStatus(303)
                .hasRedirectedUrl(CASE);
        var expected = DecisionForm.of(Map.of("words", "Because"));
        verify(prescribing).save(REQUEST, ME, new Draft(expected, 7, null));
        assertThat(byItself("/draft", "version", "7", "words", "Because"))
                .contains("value=\"8\"", "Saved 1:40 pm ET");
    }

    @Test
    void twoWindowsOnOneDraftLoseNothing() {
        mine();
        when(prescribing.save(any(), any(), any()))
                .thenThrow(new Refusal.Overtaken("This draft was changed in another window."));
        when(prescribing.draftOf(REQUEST, ME)).thenReturn(new Draft(Samples.approving(), 9, NOW));
        var page =
                kept(
                        desk.send(CASE + "/draft", "version", "7", "words", "My own words"),
                        409,
                        "physician-conflict");
        assertThat(page.getElementById("words").val()).isEqualTo("My own words");
        assertThat(page.select("input[name=version]").val()).isEqualTo("9");
        assertThat(page.select("main").text())
                .contains(
                        "changed in another window",
                        "We agreed to try this, starting low.",
                        "sublingual rapid-dissolve tablet");
    }

    @Test
    void whoLosesTheCaseKeepsTheirWords() {
        when(prescribing.save(any(), any(), any()))
                .thenThrow(new Refusal.Overtaken("Your claim on this case has ended."));
        when(queue.open(REQUEST, ME)).thenThrow(new Refusal.Missing("This case"));
        var page =
                kept(
                        desk.send(CASE + "/draft", "version", "7", "words", "My own words"),
                        409,
                        "physician-lost");
        assertThat(page.select("main").text())
                .contains("Your claim on this case has ended.", "My own words");
    }

    @Test
    void anIncompleteDecisionPointsAtItsFieldsAndKeepsWhatWasTyped() {
        mine();
        when(prescribing.readyToSign(eq(REQUEST), eq(ME), eq(FENCE), any()))
                .thenReturn(
                        new ReadyOutcome.Invalid(
                                Map.of(
                                        "quantity",
                                        "Quantity must be units a dose times doses: 4.")));
        var page =
                kept(
                        desk.send(
                                CASE + "/signings",
                                "fence",
                                "3",
                                "verdict",
                                "APPROVE",
                                "quantity",
                                "5"),
                        422,
                        "physician-wrong");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#quantity");
        assertThat(page.getElementById("quantity").val()).isEqualTo("5");
        assertThat(page.select("input[value=APPROVE]").hasAttr("checked")).isTrue();
    }

    @Test
    void theGateStopsBeforeTheSigningPage() {
        mine();
        when(prescribing.readyToSign(any(), any(), anyLong(), any()))
                .thenReturn(new ReadyOutcome.Stopped(Samples.stopping(Moment.SIGNING)));
        var page =
                kept(desk.send(CASE + "/signings", "fence", "3"), 422, "physician-ready-stopped");
        assertThat(page.select("[role=alert]").text()).contains("You cannot sign yet", "D05");
    }

    @Test
    void aReportIsRecordedForAStateThatMattersAndNoOther() {
        mine();
        var page =
                kept(
                        desk.send(CASE + "/reports", "state", "TX", "reportId", " "),
                        422,
                        "physician-reports-wrong");
        assertThat(page.select(".sw-errors a").eachAttr("href"))
                .containsExactly("#state", "#reportId", "#findings");
        verify(visits, never()).recordPdmp(any(), any(), any(), any(), any());

        assertThat(
                        desk.send(
                                CASE + "/reports",
                                "state",
                                "NJ",
                                "reportId",
                                "NJ-7",
                                "findings",
                                "Nothing."))
                .hasRedirectedUrl(CASE);
        verify(visits).recordPdmp(REQUEST, ME, UsState.NJ, "NJ-7", "Nothing.");
    }

    private void mine() {
        when(queue.open(REQUEST, ME))
                .thenReturn(Samples.open(CaseStage.CLAIMED, true, Samples.stopping(Moment.CLAIM)));
    }

    private void waiting() {
        when(queue.open(REQUEST, ME))
                .thenReturn(Samples.open(CaseStage.WAITING, false, Samples.passing(Moment.CLAIM)));
    }

    private String byItself(String address, String... fields) {
        var form = MockMvcRequestBuilders.post(CASE + address).header("HX-Request", "true");
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return kept(desk.mvc().perform(form), 200, "physician-fragment").outerHtml();
    }

    private static Document kept(MvcTestResult answer, int status, String name) {
        return Desk.page(answer, status, name);
    }
}
