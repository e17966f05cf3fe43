package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.FENCE;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOT_MINE;
import static health.stillwater.portals.physician.Samples.NOW;
import static health.stillwater.portals.physician.Samples.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.review.CaseStage;
import health.stillwater.review.Claim;
import health.stillwater.review.CoverView;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.FollowUpRow;
import health.stillwater.review.NextOutcome;
import health.stillwater.review.PauseKind;
import health.stillwater.review.PauseView;
import health.stillwater.review.QueueFilter;
import health.stillwater.review.Risk;
import health.stillwater.rulebook.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The queue, its next case, and what is done with a case short of deciding it. */
class QueuePagesTests extends CaseDesk {

    private static final PhysicianId QUILL = PhysicianId.next();

    @Test
    void followUpsStandInTheSameQueueByUrgency() {
        when(queue.waitingFor(ME, QueueFilter.ALL))
                .thenReturn(Samples.listing(Samples.row(CaseStage.WAITING, false)));
        when(queue.followUps(ME)).thenReturn(List.of(alarm()));

        var page = kept(desk.mvc().get().uri("/physician").exchange(), 200, "physician-queue");

        assertThat(page.select(".sw-table tbody th a").eachText())
                .containsExactly("Alarming answer", "SW-2F7C0C9E");
        assertThat(page.select("[role=status]").text()).contains("1 case waits, 1 follow-up");
    }

    @Test
    void theQueueIsNarrowedByWhatWasChosenAndNothingElse() {
        desk.read("/physician?state=NJ&risk=HIGH&kind=RENEWAL&overdue=yes&after=" + REQUEST);
        verify(queue)
                .waitingFor(
                        ME,
                        new QueueFilter(
                                UsState.NJ,
                                Risk.HIGH,
                                health.stillwater.review.CaseKind.RENEWAL,
                                true,
                                REQUEST));
        var page = desk.read("/physician?state=<b>&risk=x&kind=y&overdue=z&after=1");
        verify(queue).waitingFor(ME, QueueFilter.ALL);
        assertThat(page.html()).doesNotContain("<b>");
    }

    @Test
    void aPageThatAsksAgainHearsNothingWhileNothingMoved() {
        when(queue.waitingFor(ME, QueueFilter.ALL))
                .thenReturn(Samples.listing(Samples.row(CaseStage.WAITING, false)));
        var address = desk.read("/physician").select("#waiting").attr("hx-get");

        assertThat(desk.mvc().get().uri(address)).hasStatus(204);
        when(queue.waitingFor(ME, QueueFilter.ALL)).thenReturn(Samples.listing());
        assertThat(desk.mvc().get().uri(address)).hasStatus(200);
    }

    @Test
    void theNextCaseIsOnePressAway() {
        when(queue.next(ME))
                .thenReturn(
                        new NextOutcome.Claimed(
                                REQUEST, new Claim(FENCE, NOW.plus(Duration.ofMinutes(30)))));
        var page = desk.read("/physician");
        assertThat(page.select("form[action=/physician/next] button").attr("data-key"))
                .isEqualTo("x");
        assertThat(desk.send("/physician/next")).hasStatus(303).hasRedirectedUrl(CASE);

        var alarm = UUID.randomUUID();
        when(queue.next(ME)).thenReturn(new NextOutcome.Urgent(alarm));
        assertThat(desk.send("/physician/next")).hasRedirectedUrl("/physician/follow-ups/" + alarm);
        when(queue.next(ME)).thenReturn(new NextOutcome.Unfinished(REQUEST));
        assertThat(desk.send("/physician/next")).hasRedirectedUrl(CASE);
    }

    @Test
    void whenNothingIsNextThePageSaysWhatTheGateKeptAndWhy() {
        when(queue.next(ME))
                .thenReturn(
                        new NextOutcome.Nothing(
                                List.of(
                                        new NextOutcome.PutAside(
                                                REQUEST,
                                                "SW-2F7C0C9E",
                                                List.of("D02: no video visit by you")))));
        var page =
                kept(
                        desk.follow(desk.send("/physician/next")),
                        200,
                        "physician-queue-nothing-next");
        assertThat(page.select("[role=alert]").text())
                .contains("no next case", "SW-2F7C0C9E: D02: no video visit by you");
    }

    @Test
    void aPageThatIsLeftLetsTheClaimGoSoon() {
        assertThat(desk.send(CASE + "/leave", "fence", "3")).hasStatus(204);
        verify(queue).leave(REQUEST, ME, FENCE);
    }

    @Test
    void aCaseIsSetAsideWithWhatItWaitsFor() {
        mine();
        var page = kept(desk.mvc().get().uri(CASE + "/aside").exchange(), 200, "physician-aside");
        assertThat(page.select("input[type=radio][checked]")).isEmpty();

        assertThat(aside("act", "ASK", "words", "Which dose?")).hasRedirectedUrl("/physician");
        verify(casework).ask(REQUEST, ME, FENCE, "Which dose?");
        aside("act", "DEFER", "words", "Records", "on", "2026-11-30", "at", "09:30");
        verify(casework)
                .defer(REQUEST, ME, FENCE, Instant.parse("2026-11-30T14:30:00Z"), "Records");
        aside("act", "HAND_OVER", "words", "Hers", "colleague", QUILL.toString());
        verify(casework).handOver(REQUEST, ME, FENCE, QUILL, "Hers");
        aside("act", "SECOND_OPINION", "words", "Bipolar?");
        verify(casework).askForSecondOpinion(REQUEST, ME, FENCE, "Bipolar?");
        aside("act", "ESCALATE", "words", "Early refills");
        verify(casework).escalate(REQUEST, ME, FENCE, "Early refills");
    }

    @Test
    void aFormThatSaysNothingSetsNothingAside() {
        mine();
        var page = kept(aside("act", "", "words", " "), 422, "physician-aside-wrong");
        assertThat(page.select(".sw-errors a").eachAttr("href")).containsExactly("#act", "#words");
        assertThat(
                        kept(
                                        aside("act", "DEFER", "words", "x", "on", "2027-01-30"),
                                        422,
                                        "physician-aside-late")
                                .select(".sw-errors a")
                                .eachAttr("href"))
                .containsExactly("#on");
        verify(casework, never()).defer(any(), any(), anyLong(), any(), any());
    }

    @Test
    void whatWasTypedIsNotLostWithTheClaim() {
        mine();
        doThrow(new Refusal.Overtaken("Your claim on this case has ended."))
                .when(casework)
                .ask(eq(REQUEST), eq(ME), anyLong(), any());
        var page =
                kept(aside("act", "ASK", "words", "Which dose?"), 409, "physician-aside-overtaken");
        assertThat(page.select("textarea[name=words]").text()).isEqualTo("Which dose?");
        assertThat(page.select(".sw-errors").text()).contains("Your claim on this case has ended");
    }

    @Test
    void aSecondPhysicianReadsTheQuestionAndAnswers() {
        when(queue.open(REQUEST, ME))
                .thenReturn(Samples.open(CaseStage.PAUSED, false, Samples.passing(Moment.CLAIM)));
        when(casework.pausesOf(REQUEST, ME)).thenReturn(List.of(asked(PauseKind.SECOND_OPINION)));
        var page =
                kept(desk.mvc().get().uri(CASE + "/opinion").exchange(), 200, "physician-opinion");
        assertThat(page.select(".sw-said").text()).contains("Is it bipolar II?");

        assertThat(desk.send(CASE + "/opinion", "agrees", "", "words", "x")).hasStatus(422);
        assertThat(desk.send(CASE + "/opinion", "agrees", "no", "words", "Wait."))
                .hasRedirectedUrl("/physician");
        verify(casework).giveOpinion(REQUEST, ME, false, "Wait.");
        assertThat(desk.mvc().get().uri("/physician/cases/" + NOT_MINE + "/opinion"))
                .hasStatus(404);
        assertThat(desk.mvc().get().uri("/physician/cases/" + NOT_MINE + "/aside")).hasStatus(404);
    }

    @Test
    void whatWasAskedIsSeenInTheCaseAndTakenUpAgain() {
        when(queue.open(REQUEST, ME))
                .thenReturn(Samples.open(CaseStage.PAUSED, false, Samples.passing(Moment.CLAIM)));
        when(casework.pausesOf(REQUEST, ME)).thenReturn(List.of(asked(PauseKind.QUESTION)));
        var page = kept(desk.mvc().get().uri(CASE).exchange(), 200, "physician-case-aside");
        assertThat(page.select("main").text())
                .contains("Asked of the patient", "Is it bipolar II?", "No answer yet");
        assertThat(page.select("form[action$=/claim]")).isEmpty();

        assertThat(desk.send(CASE + "/take-up")).hasRedirectedUrl("/physician");
        verify(casework).takeUp(eq(REQUEST), eq(ME), any());
    }

    @Test
    void whatChangedStandsBeforeTheRestAndIsReachedByKey() {
        mine();
        var page = desk.read(CASE);
        assertThat(page.select("[data-change]").eachText())
                .containsExactly(
                        "Vital signs heart rate 88 Before: heart rate 72",
                        "Monitoring program, reports, NJ New: report id NJ-7");
    }

    @Test
    void whoIsAwayNamesWhoCovers() {
        var quill = new PhysicianView(QUILL, "Dr. Quill", "1", "there", Set.of(UsState.FL));
        when(licensing.physicians()).thenReturn(List.of(quill));
        when(casework.coverOf(ME))
                .thenReturn(
                        Optional.of(new CoverView(ME, QUILL, NOW, NOW.plus(Duration.ofDays(3)))));
        var page =
                kept(desk.mvc().get().uri("/physician/cover").exchange(), 200, "physician-cover");
        assertThat(page.text()).contains("Dr. Quill covers for you until November 26, 2026");

        assertThat(desk.send("/physician/cover", "colleague", ME.toString(), "until", "2026-12-01"))
                .hasStatus(422);
        desk.send("/physician/cover", "colleague", QUILL.toString(), "until", "2026-12-01");
        verify(casework).coverMe(ME, QUILL, Instant.parse("2026-12-02T05:00:00Z"));
        desk.send("/physician/cover/end");
        verify(casework).coverEnds(ME);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult aside(String... fields) {
        var all = new String[fields.length + 2];
        all[0] = "fence";
        all[1] = "3";
        System.arraycopy(fields, 0, all, 2, fields.length);
        return desk.send(CASE + "/aside", all);
    }

    private static PauseView asked(PauseKind kind) {
        return new PauseView(
                UUID.randomUUID(),
                REQUEST,
                Samples.ROSA,
                ME,
                kind,
                "Is it bipolar II?",
                NOW.minus(Duration.ofHours(3)),
                null,
                Optional.empty());
    }

    private static FollowUpRow alarm() {
        return new FollowUpRow(
                UUID.randomUUID(),
                FollowUpReason.ALARMING_ANSWER,
                FollowUpReason.ALARMING_ANSWER.urgency(),
                UsState.FL,
                NOW.plus(Duration.ofMinutes(20)),
                false,
                true);
    }
}
