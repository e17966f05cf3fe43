package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.FENCE;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOT_MINE;
import static health.stillwater.portals.physician.Samples.NOW;
import static health.stillwater.portals.physician.Samples.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.review.CaseStage;
import health.stillwater.review.Claim;
import health.stillwater.review.ClaimOutcome;
import health.stillwater.review.QueueFilter;
import health.stillwater.rulebook.Moment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CasePagesTests extends CaseDesk {

    @Test
    void theQueueNamesNoPatientAndSaysWhatIsHeldAndWhy() {
        when(queue.waitingFor(ME, QueueFilter.ALL))
                .thenReturn(
                        Samples.listing(
                                Samples.row(CaseStage.CLAIMED, true),
                                Samples.row(CaseStage.WAITING, false),
                                Samples.row(CaseStage.HELD, false)));
        var page = desk.read("/physician");
        assertThat(page.select(".sw-table tbody tr")).hasSize(2);
        assertThat(page.select("main").text())
                .contains(
                        "1 case waits, 1 yours",
                        "Yours until 2:08 pm",
                        "in 35 minutes",
                        "Thoughts of self-harm reported")
                .contains("D17: monitoring report of NJ: not known")
                .doesNotContain("Rosa");
        assertThat(page.select(".sw-table tbody a").first().attr("href")).isEqualTo(CASE);
    }

    @Test
    void anEmptyQueueSaysWhatComesNext() {
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
                .contains("You cannot prescribe yet", "D17");
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
    void aDecidedCaseIsTakenUpAgainOrSaysWhyNot() {
        when(queue.takeUpAgain(REQUEST, ME)).thenReturn(new ClaimOutcome.Claimed(FENCE, NOW));
        assertThat(desk.send(CASE + "/again")).hasStatus(303).hasRedirectedUrl(CASE);

        when(queue.takeUpAgain(REQUEST, ME))
                .thenReturn(new ClaimOutcome.Stopped(Samples.stopping(Moment.CLAIM)));
        assertThat(desk.send(CASE + "/again").getMvcResult().getFlashMap().get("stops"))
                .asString()
                .contains("D05");

        when(queue.takeUpAgain(REQUEST, ME))
                .thenThrow(new Refusal.Overtaken("This case is not decided yet."));
        var answer = desk.send(CASE + "/again");
        assertThat(answer).hasStatus(303).hasRedirectedUrl("/physician");
        assertThat(answer.getMvcResult().getFlashMap().toString()).contains("not decided yet");
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

    private void waiting() {
        when(queue.open(REQUEST, ME))
                .thenReturn(Samples.open(CaseStage.WAITING, false, Samples.passing(Moment.CLAIM)));
    }
}
