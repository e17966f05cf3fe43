package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A row's next version takes the place of the one before, on its day; none is ever forgotten. */
class ChangingRowsRoomTests extends BookRoom {

    private void agreed(RowDraft draft) {
        approves(ADEYEMI, proposed(as(MARSH, () -> rulebook.propose(draft))));
    }

    @Test
    void aRowThatWasNotAskedIsAskedFromItsDayOn() {
        var tomorrow = today().plusDays(1);
        assertThat(askedAt(Moment.ENROLLMENT)).doesNotContain("D04");

        agreed(asked("D04", true, tomorrow));

        assertThat(askedAt(Moment.ENROLLMENT)).doesNotContain("D04");
        clock.standsAt(tomorrow.atStartOfDay(EASTERN).toInstant());
        assertThat(askedAt(Moment.ENROLLMENT)).contains("D04");
        assertThat(verdict("D04", Moment.ENROLLMENT, Facts.none()).version()).isEqualTo(2);

        agreed(asked("D04", false, today().plusDays(1)));
        clock.passes(Duration.ofDays(1));
        assertThat(askedAt(Moment.ENROLLMENT)).doesNotContain("D04");
    }

    @Test
    void theTimelineSaysWhatWasWhatIsAndWhatComes() {
        agreed(asked("D04", true, today().plusDays(1)));
        agreed(asked("D04", false, today().plusDays(20)));
        clock.passes(Duration.ofDays(2));

        var versions = rulebook.versions("D04");

        assertThat(versions).extracting(each -> each.row().version()).containsExactly(3, 2, 1);
        assertThat(versions.stream().filter(each -> each.inForce(clock.instant())))
                .singleElement()
                .satisfies(
                        now -> {
                            assertThat(now.row().version()).isEqualTo(2);
                            assertThat(now.until()).isEqualTo(versions.getFirst().from());
                            assertThat(now.approvedBy())
                                    .containsExactly("Wendeline Marsh", "Tolu Adeyemi");
                            assertThat(now.proposal()).isNotNull();
                        });
        assertThat(versions.getLast().until()).isEqualTo(versions.get(1).from());
        assertThat(versions.getLast().approvedBy()).isEmpty();
        assertThat(rulebook.currentRows()).hasSize(44);
    }

    @Test
    void aLaterWordForTheSameDayTakesThePlaceOfTheEarlier() {
        var tomorrow = today().plusDays(1);
        agreed(asked("D04", true, tomorrow));
        agreed(asked("D04", false, tomorrow));
        clock.passes(Duration.ofDays(1));

        assertThat(askedAt(Moment.ENROLLMENT)).doesNotContain("D04");
        assertThat(rulebook.versions("D04").get(1).overtaken()).isTrue();
        assertThat(rulebook.currentRows())
                .filteredOn(each -> each.row().id().equals("D04"))
                .singleElement()
                .satisfies(now -> assertThat(now.row().version()).isEqualTo(3));
    }

    @Test
    void aRowEndsWithItsLastDay() {
        var now = draftOf("D15", today());
        agreed(
                new RowDraft(
                        "D15",
                        today(),
                        today().plusDays(3),
                        true,
                        now.condition(),
                        now.authority(),
                        now.evidence(),
                        now.counselStatus(),
                        now.words(),
                        "It runs out"));
        clock.standsAt(Instant.parse("2026-11-28T04:59:59Z"));
        assertThat(askedAt(Moment.SIGNING)).contains("D15");
        clock.standsAt(Instant.parse("2026-11-28T05:00:00Z"));
        assertThat(askedAt(Moment.SIGNING)).doesNotContain("D15");
    }

    @Test
    void theWordsSayEveryDifferenceAndNothingElse() {
        var now = draftOf("D02", today());
        var number =
                proposed(
                        as(
                                MARSH,
                                () ->
                                        rulebook.propose(
                                                new RowDraft(
                                                        "D02",
                                                        today(),
                                                        LocalDate.of(2027, 6, 30),
                                                        true,
                                                        now.condition(),
                                                        "Another source",
                                                        now.evidence(),
                                                        "CONFIRMED by counsel",
                                                        new Words(
                                                                "Please book your visit.",
                                                                now.words().prescriber(),
                                                                now.words().operations()),
                                                        "Why"))));
        assertThat(rulebook.proposal(number).words())
                .containsExactly(
                        "D02 · Last day: none known → June 30, 2027",
                        "D02 · Source of law: " + now.authority() + " → Another source",
                        "D02 · Counsel: OPEN → CONFIRMED by counsel",
                        "D02 · Says to the patient: Please schedule your video visit. → Please book"
                                + " your visit.");
    }

    @Test
    void nothingToChangeAndNonsenseAreSaidOnTheirFields() {
        var same = as(MARSH, () -> rulebook.propose(draftOf("D02", today())));
        assertThat(same)
                .isEqualTo(
                        new ProposalOutcome.NotValid(Map.of("condition", "Nothing would change")));
        var nonsense =
                new RowDraft(
                        "D02",
                        today().minusDays(1),
                        today().minusDays(2),
                        true,
                        "",
                        " ",
                        "",
                        "maybe",
                        new Words("", "", ""),
                        "");
        assertThat(as(MARSH, () -> rulebook.propose(nonsense)))
                .isInstanceOfSatisfying(
                        ProposalOutcome.NotValid.class,
                        wrong ->
                                assertThat(wrong.sentences().keySet())
                                        .containsExactly(
                                                "effectiveOn",
                                                "validTo",
                                                "condition",
                                                "authority",
                                                "counselStatus",
                                                "patient",
                                                "prescriber",
                                                "operations",
                                                "reason"));
        assertThat(rulebook.proposals()).isEmpty();
    }

    @Test
    void aRowNobodyVerifiedForNinetyDaysAnswersUnknownUntilTwoHaveVerifiedIt() {
        clock.standsAt(Instant.parse("2027-02-20T17:00:00Z"));
        assertThat(verdict("D39", Moment.ENROLLMENT, Facts.none()).answer()).isEqualTo(Answer.PASS);
        clock.passes(Duration.ofDays(1));
        assertThat(verdict("D39", Moment.ENROLLMENT, Facts.none()))
                .satisfies(
                        stale -> {
                            assertThat(stale.answer()).isEqualTo(Answer.UNKNOWN);
                            assertThat(stale.reason())
                                    .contains("last verified on 2026-11-22", "good for 90 days");
                        });

        var number =
                proposed(
                        as(MARSH, () -> rulebook.proposeVerified(List.of("D39"), "Read it again")));
        assertThat(rulebook.proposal(number).words())
                .containsExactly("D39: last verified November 22, 2026 → February 21, 2027");
        assertThat(verdict("D39", Moment.ENROLLMENT, Facts.none()).answer())
                .isEqualTo(Answer.UNKNOWN);
        approves(ADEYEMI, number);

        assertThat(verdict("D39", Moment.ENROLLMENT, Facts.none()).answer()).isEqualTo(Answer.PASS);
        assertThat(verdict("D20", Moment.ENROLLMENT, Facts.none()).reason())
                .contains("last verified");
        assertThat(verdict("D36", Moment.ENROLLMENT, Facts.none()).answer())
                .isEqualTo(Answer.UNKNOWN);
        var all = rulebook.currentRows().stream().map(each -> each.row().id()).toList();
        approves(
                ADEYEMI,
                proposed(as(MARSH, () -> rulebook.proposeVerified(all, "Read them all again"))));
        assertThat(verdict("D36", Moment.ENROLLMENT, Facts.none()).answer()).isEqualTo(Answer.PASS);
        assertThat(rulebook.versions("D20").getFirst().row().lastVerified()).isEqualTo(today());
    }

    @Test
    void aPastJudgementIsMadeAgainAndComparedWithToday() {
        var facts = Facts.none();
        var at = clock.instant();
        var judgement = rulebook.judge(Moment.ENROLLMENT, at, facts);
        var snapshot = rulebook.snapshot(judgement, facts);
        var unchanged = rulebook.replayed(snapshot);
        assertThat(unchanged.same()).isTrue();
        assertThat(unchanged.lines()).noneMatch(Replay.Line::differs);

        clock.passes(Duration.ofDays(1));
        agreed(asked("D04", true, today()));
        agreed(asked("D20", false, today()));
        clock.passes(Duration.ofDays(1));

        var replay = rulebook.replayed(snapshot);
        assertThat(replay.same()).isTrue();
        assertThat(replay.then()).isEqualTo(judgement);
        assertThat(rulebook.replay(snapshot)).isEqualTo(judgement);
        assertThat(replay.lines().stream().filter(Replay.Line::differs).map(Replay.Line::row))
                .containsExactly("D04", "D20");
        assertThat(replay.today().at()).isEqualTo(at);
        assertThat(snapshot).contains("\"groupHashes\":{\"holds\":\"");
        assertThatThrownBy(
                        () ->
                                rulebook.replay(
                                        snapshot.replace(
                                                "\"groupHashes\":{\"holds\":\"",
                                                "\"groupHashes\":{\"holds\":\"0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("groupHashes");
        var touched = snapshot.replace("\"answer\":\"UNKNOWN\"", "\"answer\":\"PASS\"");
        assertThat(rulebook.replayed(touched).same()).isFalse();
    }
}
