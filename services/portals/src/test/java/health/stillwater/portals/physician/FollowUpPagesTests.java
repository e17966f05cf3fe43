package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.CASTELLANE;
import static health.stillwater.portals.physician.Samples.CLOCK;
import static health.stillwater.portals.physician.Samples.EASTERN;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOW;
import static health.stillwater.portals.physician.Samples.ROSA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.checkins.CheckIns;
import health.stillwater.checkins.CheckInsView;
import health.stillwater.checkins.CheckInsView.Direction;
import health.stillwater.checkins.CheckInsView.Message;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.review.FollowUpReason;
import health.stillwater.review.FollowUpRow;
import health.stillwater.review.FollowUpView;
import health.stillwater.review.ReviewQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class FollowUpPagesTests {

    private static final UUID FOLLOW_UP = Samples.id("f0110000");
    private static final UUID FOREIGN = Samples.id("99999999");

    private final ReviewQueue queue = mock(ReviewQueue.class);
    private final CheckIns checkIns = mock(CheckIns.class);
    private final Prescribing prescribing = mock(Prescribing.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(queue.followUp(FOREIGN, ME)).thenThrow(new Refusal.Missing("This follow-up"));
        desk = Desk.of(CASTELLANE, new FollowUpsController(queue, checkIns, prescribing, CLOCK));
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
                .contains("Alarming answer", "5 minutes late")
                .doesNotContain("Rosa");

        followUp(Optional.empty());
        var page =
                kept(
                        desk.mvc().get().uri("/physician/follow-ups/" + FOLLOW_UP).exchange(),
                        200,
                        "physician-follow-up");
        assertThat(page.select("main").text())
                .contains("Rosa Delgado", "I cannot go on", "(305) 555-0142");
        assertThat(page.select("main form").eachAttr("action"))
                .contains("/physician/cases/" + Texts.line().request() + "/again");

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
    void aForeignFollowUpIsNotThere() {
        assertThat(desk.mvc().get().uri("/physician/follow-ups/" + FOREIGN)).hasStatus(404);
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

    private static Document kept(MvcTestResult answer, int status, String name) {
        return Desk.page(answer, status, name);
    }
}
