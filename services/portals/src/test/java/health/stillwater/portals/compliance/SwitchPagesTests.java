package health.stillwater.portals.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionRecord;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.KillSwitch;
import health.stillwater.rulebook.KillSwitch.Said;
import health.stillwater.rulebook.KillSwitch.Scope;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.NewKillSwitch;
import health.stillwater.rulebook.Replay;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.Verdict;
import health.stillwater.rulebook.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwitchPagesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T19:15:00Z");
    private static final UUID MARSH = UUID.randomUUID();
    private static final UUID ADEYEMI = UUID.randomUUID();
    private static final String REPLAY = "/compliance/rulebook/replay";

    private final Rulebook rulebook = mock(Rulebook.class);
    private final Licensing licensing = mock(Licensing.class);
    private final Prescribing prescribing = mock(Prescribing.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(rulebook.launched(UsState.FL)).thenReturn(true);
        desk =
                Desk.of(
                        new Actor(Actor.Kind.COMPLIANCE, MARSH, null, "Wendeline Marsh"),
                        new SwitchesController(
                                rulebook, licensing, Clock.fixed(NOW, ZoneOffset.UTC)),
                        new ReplayController(prescribing, rulebook));
    }

    private static KillSwitch stopped(Said last, UUID by) {
        var thrown = new KillSwitch.Word(Said.THROWN, "A recall", ADEYEMI, "Tolu Adeyemi", NOW);
        var words =
                last == Said.THROWN
                        ? List.of(new KillSwitch.Word(Said.THROWN, "A recall", by, "Somebody", NOW))
                        : List.of(
                                thrown,
                                new KillSwitch.Word(last, "As agreed", by, "Somebody", NOW));
        return new KillSwitch(3, Scope.STATE, "FL", "Florida", words);
    }

    private List<String> offered(Said last, UUID by) {
        when(rulebook.switches()).thenReturn(List.of(stopped(last, by)));
        return Desk.page(
                        desk.mvc().get().uri("/compliance/rulebook/switches/3").exchange(),
                        200,
                        "compliance-switch-" + last)
                .select("input[name=said]")
                .eachAttr("value");
    }

    @Test
    void somethingIsStoppedWithAReason() {
        var page = desk.read("/compliance/rulebook/switches");
        assertThat(page.select(".sw-empty").text()).contains("Nothing is stopped");
        assertThat(page.select("#target option").eachText())
                .contains("All prescribing", "State: Florida", "Indication: chronic pain");
        when(rulebook.stop(new NewKillSwitch(Scope.STATE, "FL", "Florida", "A recall")))
                .thenReturn(3L);

        assertThat(
                        desk.send(
                                "/compliance/rulebook/switches",
                                "target",
                                "STATE:FL",
                                "reason",
                                " A recall "))
                .hasRedirectedUrl("/compliance/rulebook/switches/3");

        for (var wrong : List.of("", "STATE:TX", "PHYSICIAN:" + UUID.randomUUID())) {
            assertThat(desk.send("/compliance/rulebook/switches", "target", wrong, "reason", "Why"))
                    .hasStatus(422);
        }
        assertThat(desk.send("/compliance/rulebook/switches", "target", "STATE:FL")).hasStatus(422);
        verify(rulebook).stop(any());
    }

    @Test
    void eachIsOfferedOnlyTheWordsThatAreTheirs() {
        assertThat(offered(Said.THROWN, MARSH)).isEmpty();
        assertThat(offered(Said.THROWN, ADEYEMI)).containsExactly("CONFIRMED", "LIFTED");
        assertThat(offered(Said.CONFIRMED, MARSH)).containsExactly("RELEASE_ASKED");
        assertThat(offered(Said.RELEASE_ASKED, MARSH)).containsExactly("RELEASE_REFUSED");
        assertThat(offered(Said.RELEASE_ASKED, ADEYEMI))
                .containsExactly("RELEASED", "RELEASE_REFUSED");
        assertThat(offered(Said.RELEASED, ADEYEMI)).isEmpty();
    }

    @Test
    void aWordIsTakenWithItsReason() {
        when(rulebook.switches()).thenReturn(List.of(stopped(Said.THROWN, ADEYEMI)));
        var here = "/compliance/rulebook/switches/3";
        assertThat(desk.send(here, "said", "CONFIRMED")).hasStatus(422);
        assertThat(desk.send(here, "said", "MAYBE", "reason", "Why")).hasStatus(422);
        verify(rulebook, never()).say(3, Said.CONFIRMED, "");
        assertThat(desk.send(here, "said", "CONFIRMED", "reason", "Agreed")).hasRedirectedUrl(here);
        verify(rulebook).say(3, Said.CONFIRMED, "Agreed");
        assertThat(desk.mvc().get().uri("/compliance/rulebook/switches/4").exchange())
                .hasStatus(404);
    }

    @Test
    void aDecisionIsReplayedAndItsDifferencesToTodayStandOut() {
        var id = new DecisionId(UUID.randomUUID());
        var record = mock(DecisionRecord.class);
        when(record.gate()).thenReturn("{}");
        when(prescribing.record(id)).thenReturn(record);
        var passed = verdict("D02", Answer.PASS, "");
        var failed = verdict("D02", Answer.FAIL, "visit is too old");
        var judgement = new Judgement(Moment.SIGNING, NOW, "2026.12", List.of(passed), "9f2c");
        when(rulebook.replayed("{}"))
                .thenReturn(
                        new Replay(
                                judgement,
                                true,
                                new Judgement(
                                        Moment.SIGNING, NOW, "2026.12-4", List.of(failed), "9f2c"),
                                NOW,
                                List.of(new Replay.Line("D02", passed, failed))));

        var page =
                Desk.page(
                        desk.mvc().get().uri(REPLAY + "?decision=" + id).exchange(),
                        200,
                        "compliance-replay");

        assertThat(page.select(".sw-notice--ok").text()).contains("letter by letter", "2026.12");
        assertThat(page.select(".sw-notice--wait").text()).contains("2026.12-4: 1 of 1 rows");
        assertThat(page.select("main tbody tr").text())
                .contains("D02", "Pass", "Fail", "visit is too old", "Differs");
    }

    @Test
    void whatIsNoDecisionIsSaidOnTheField() {
        assertThat(desk.read(REPLAY).select("#decision").val()).isEmpty();
        var id = new DecisionId(UUID.randomUUID());
        when(prescribing.record(id)).thenThrow(new Refusal.Missing("This decision"));
        for (var wrong : List.of("nonsense", id.toString())) {
            var page =
                    Desk.page(
                            desk.mvc().get().uri(REPLAY + "?decision=" + wrong).exchange(),
                            422,
                            "compliance-replay-none");
            assertThat(page.select(".sw-errors").text()).contains("No signed decision");
            assertThat(page.select("#decision").val()).isEqualTo(wrong);
        }
    }

    private static Verdict verdict(String row, Answer answer, String reason) {
        return new Verdict(row, 1, answer, reason, new Words("P.", "Rx.", "O."));
    }
}
