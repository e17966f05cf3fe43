package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.testing.Actors;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The rules change; what was judged by the old ones can be judged so again, for ever. */
class RulesChangeTests {

    private static final Pack BEFORE = TableBook.pack("1", TableBook.CASES.configuration());
    private static final Pack AFTER = TableBook.pack("2", stricter());

    private static ObjectNode stricter() {
        var rules = TableBook.CASES.configuration().deepCopy();
        rules.put("minVisitMinutes", 45);
        ((ObjectNode) rules.required("federalBasis"))
                .put("temporaryRuleEndsAt", "2026-01-31T23:59:59-05:00");
        ((ObjectNode) rules.required("tracks")).putObject("FL");
        rules.remove("consentMonths");
        return rules;
    }

    private static Judgement judged(Pack pack, GateCases.Case one) {
        return TableBook.judge(pack, one.moment(), one.at(), one.read());
    }

    private static String snapshot(Judgement judgement, Pack pack, GateCases.Case one) {
        return Actors.as(
                Actors.physician(PhysicianId.next()),
                () -> Snapshots.write(judgement, pack, one.read()));
    }

    static List<GateCases.Case> cases() {
        return TableBook.CASES.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aSharedCaseIsJudgedAgainByteForByteFromItsSnapshot(GateCases.Case one) {
        var today = TableBook.book(TableBook.rows(), AFTER);
        var then = TableBook.pack("1", one.configuration());
        var judgement = judged(then, one);
        var snapshot = snapshot(judgement, then, one);
        var replayed = Snapshots.replay(snapshot, today);
        assertThat(replayed).isEqualTo(judgement);
        assertThat(verdictsIn(snapshot(replayed, then, one))).isEqualTo(verdictsIn(snapshot));
    }

    private static String verdictsIn(String snapshot) {
        return Canonical.text(Canonical.parse(snapshot).required("verdicts"));
    }

    @Test
    void againstTheRulesOfTodayTheDifferenceShows() {
        var one = TableBook.FLORIDA;
        var then = judged(BEFORE, one);
        var snapshot = snapshot(then, BEFORE, one);
        var replayed = Snapshots.replay(snapshot, TableBook.book(TableBook.rows(), AFTER));
        var facts = Canonical.read(Canonical.parse(snapshot).required("facts"), Facts.class);
        var today = TableBook.judge(AFTER, replayed.moment(), replayed.at(), facts);
        assertThat(then.allowed()).isTrue();
        assertThat(replayed.allowed()).isTrue();
        assertThat(today.allowed()).isFalse();
        assertThat(today.stops().stream().map(stop -> stop.row() + " " + stop.answer()))
                .containsExactly("D01 FAIL", "D04 FAIL", "D21 UNKNOWN", "D38 FAIL");
        assertThat(today.factsHash()).isEqualTo(then.factsHash());
    }

    @Test
    void rulesEditedWhileAPhysicianSignsAreNoticedByTheRowOnTheRules() {
        var one = TableBook.FLORIDA;
        var pinned =
                one.read()
                        .with(
                                new RulePackFacts(
                                        "2",
                                        "1",
                                        RulePackFacts.Status.ACTIVE,
                                        List.of("co-1", "co-2"),
                                        true,
                                        LocalDate.parse("2026-06-01")));
        var judgement = TableBook.judge(BEFORE, Moment.SIGNING, one.at(), pinned);
        assertThat(judgement.stops()).extracting(Verdict::row).containsExactly("D36");
        assertThat(judgement.stops().getFirst().answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aNewVersionOfARowTakesOverAtItsMidnightAndTheOldOneIsReplayed() {
        var one = TableBook.FLORIDA;
        var day = LocalDate.parse("2026-06-10");
        var moments = Map.entry("D38", EnumSet.of(Moment.SIGNING));
        var rows = new ArrayList<RowView>();
        rows.add(TableBook.row(moments, 1, "2026-01-01", day));
        rows.add(TableBook.row(moments, 2, "2026-06-11", null));
        var pack = TableBook.pack("1", TableBook.CASES.configuration(), rows);
        assertThat(version(pack, "2026-06-11T03:59:59Z")).containsExactly(1);
        assertThat(version(pack, "2026-06-11T04:00:00Z")).containsExactly(2);
        assertThat(version(pack, "2026-01-01T04:59:59Z")).isEmpty();
        assertThat(version(pack, "2026-01-01T05:00:00Z")).containsExactly(1);
        var judgement = judged(pack, one);
        var snapshot = snapshot(judgement, pack, one);
        assertThat(Snapshots.replay(snapshot, TableBook.book(rows, AFTER))).isEqualTo(judgement);
    }

    private static List<Integer> version(Pack pack, String at) {
        return pack.ask(Moment.SIGNING, Instant.parse(at), Facts.none()).stream()
                .map(Verdict::version)
                .toList();
    }

    @Test
    void aSnapshotOfOtherFactsOrAChangedOneIsRefused() {
        var one = TableBook.FLORIDA;
        var judgement = judged(BEFORE, one);
        var book = TableBook.book(TableBook.rows(), BEFORE);
        var other = one.read().with(new ClockFacts(1, null));
        assertThatThrownBy(() -> Snapshots.write(judgement, BEFORE, other))
                .isInstanceOf(IllegalArgumentException.class);
        var snapshot = snapshot(judgement, BEFORE, one);
        for (var change :
                List.of(
                        List.of("\"suspended\":false", "\"suspended\":true"),
                        List.of("\"adultAge\":18", "\"adultAge\":17"))) {
            assertThat(snapshot).contains(change.getFirst());
            assertThatThrownBy(
                            () ->
                                    Snapshots.replay(
                                            snapshot.replace(change.getFirst(), change.getLast()),
                                            book))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("changed");
        }
    }

    @Test
    void twoVersionsOfOneRowMayMeetAndNeverOverlap() {
        var moments = Map.entry("D38", EnumSet.of(Moment.SIGNING));
        var first = row(moments, 1, "2026-01-01", "2026-06-10");
        assertThat(Row.clash(first, row(moments, 2, "2026-06-11", null))).isNull();
        assertThat(Row.clash(row(moments, 2, "2026-06-11", null), first)).isNull();
        assertThat(Row.clash(first, row(moments, 2, "2026-06-10", null)))
                .isEqualTo("D38 in versions 1 and 2");
        assertThat(Row.clash(row(moments, 2, "2026-06-10", null), first))
                .isEqualTo("D38 in versions 2 and 1");
        var another = Map.entry("D39", EnumSet.of(Moment.SIGNING));
        assertThat(Row.clash(first, row(another, 1, "2026-01-01", null))).isNull();
    }

    private static Row row(
            Map.Entry<String, EnumSet<Moment>> row, int version, String from, String to) {
        return new Row(
                TableBook.row(row, version, from, to == null ? null : LocalDate.parse(to)),
                ZoneId.of("America/New_York"));
    }

    @Test
    void aPackSaysWhichRowWaitedLongestToBeVerified() {
        assertThat(BEFORE.lastVerified()).isEqualTo(LocalDate.parse("2026-01-01"));
        assertThat(BEFORE.version()).isEqualTo("1");
        assertThat(BEFORE.hash()).isEqualTo(Canonical.hash(TableBook.CASES.configuration()));
        assertThat(BEFORE.hash()).isNotEqualTo(AFTER.hash());
    }
}
