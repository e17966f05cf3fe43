package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.rulebook.KillSwitch.Scope;
import health.stillwater.testing.TestDatabase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, to whoever has the application's password. */
class GuardedBookRoomTests extends BookRoom {

    private static final String DECIDE =
            """
            insert into rulebook.proposal_decision
                (number, proposed_by, outcome, decided_by, decided_by_name, decided_at, reason, effective_from)
            values (?, ?, ?, ?, 'somebody', ?, 'why', ?)""";

    private OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private void decides(Actor actor, long number, UUID proposer, UUID decider, Instant from) {
        sql(actor, DECIDE, number, proposer, "APPROVED", decider, utc(clock.instant()), utc(from));
    }

    @Test
    void anApprovalTakesAnotherOfficerInTheirOwnNameAndNoPastDay() {
        var number = proposesValue(MARSH, "consentMonths", "6", today());
        var now = clock.instant();

        assertThatThrownBy(() -> decides(MARSH, number, MARSH.id(), MARSH.id(), now))
                .rootCause()
                .hasMessageContaining("decided_by_two_persons");
        assertThatThrownBy(() -> decides(MARSH, number, MARSH.id(), ADEYEMI.id(), now))
                .rootCause()
                .hasMessageContaining("in their own name");
        assertThatThrownBy(() -> decides(MARSH, number, ADEYEMI.id(), MARSH.id(), now))
                .rootCause()
                .hasMessageContaining("decision_of_a_proposal");
        for (var other :
                new Actor[] {
                    Actor.system("test"),
                    Actor.NOBODY,
                    new Actor(Actor.Kind.PHYSICIAN, ADEYEMI.id(), null, "a physician")
                }) {
            assertThatThrownBy(() -> decides(other, number, MARSH.id(), ADEYEMI.id(), now))
                    .as(other.kind().name())
                    .rootCause()
                    .hasMessageContaining("only a compliance officer");
        }
        assertThatThrownBy(
                        () ->
                                decides(
                                        ADEYEMI,
                                        number,
                                        MARSH.id(),
                                        ADEYEMI.id(),
                                        now.minusSeconds(1)))
                .rootCause()
                .hasMessageContaining("never_in_the_past");
        assertThat(rulebook.setting("consentMonths").now()).isEqualTo("12 months");

        decides(ADEYEMI, number, MARSH.id(), ADEYEMI.id(), now);
        assertThat(rulebook.setting("consentMonths").now()).isEqualTo("6 months");
        assertThatThrownBy(() -> decides(ADEYEMI, number, MARSH.id(), ADEYEMI.id(), now))
                .rootCause()
                .hasMessageContaining("decided_once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update rulebook.row set enabled = false",
                "delete from rulebook.row",
                "insert into rulebook.configuration values ('x', now(), '{}', 'a', 'b', true)",
                "update rulebook.configuration set tests_green = true",
                "update rulebook.changes set changes = 0",
                "update rulebook.setting set most = 100000",
                "update rulebook.proposal set reason = 'another'",
                "delete from rulebook.proposal",
                "truncate rulebook.proposal cascade",
                "update rulebook.proposal_decision set effective_from = now()",
                "delete from rulebook.proposal_decision",
                "update rulebook.kill_switch set target = 'NJ'",
                "delete from rulebook.kill_switch_word",
                "alter table rulebook.proposal disable trigger all",
                "drop trigger check_decision on rulebook.proposal_decision",
            })
    void nothingIsRewritten(String sql) {
        proposesValue(MARSH, "consentMonths", "6", today());
        assertThatThrownBy(() -> sql(MARSH, sql)).isInstanceOf(RuntimeException.class);
        assertThat(rulebook.proposals()).hasSize(1);
        assertThat(rulebook.currentRows()).hasSize(44);
    }

    @Test
    void notEvenTheOwnerRewritesHistoryByMistake() {
        proposesValue(MARSH, "consentMonths", "6", today());
        assertThatThrownBy(() -> asTheOwner(List.of("update rulebook.proposal set reason = 'x'")))
                .hasMessageContaining("append-only");
    }

    @Test
    void aWordOnASwitchTakesItsTurnAndItsPerson() {
        var number =
                as(
                        MARSH,
                        () ->
                                rulebook.stop(
                                        new NewKillSwitch(
                                                Scope.EVERYTHING, null, "Everything", "Why")));
        var word =
                """
                insert into rulebook.kill_switch_word
                    (number, position, word, reason, given_by, given_by_name, given_at)
                values (?, ?, ?, 'why', ?, 'somebody', ?)""";
        var now = utc(clock.instant());

        assertThatThrownBy(() -> sql(MARSH, word, number, 2, "LIFTED", MARSH.id(), now))
                .rootCause()
                .hasMessageContaining("takes another person");
        assertThatThrownBy(() -> sql(ADEYEMI, word, number, 2, "RELEASED", ADEYEMI.id(), now))
                .rootCause()
                .hasMessageContaining("cannot follow");
        assertThatThrownBy(() -> sql(ADEYEMI, word, number, 3, "LIFTED", ADEYEMI.id(), now))
                .rootCause()
                .hasMessageContaining("cannot follow");
        assertThatThrownBy(() -> sql(ADEYEMI, word, number, 2, "LIFTED", MARSH.id(), now))
                .rootCause()
                .hasMessageContaining("in their own name");
        assertThatThrownBy(
                        () ->
                                sql(
                                        Actor.system("test"),
                                        word,
                                        number,
                                        2,
                                        "LIFTED",
                                        ADEYEMI.id(),
                                        now))
                .rootCause()
                .hasMessageContaining("only a compliance officer");
        sql(ADEYEMI, word, number, 2, "LIFTED", ADEYEMI.id(), now);
        assertThat(rulebook.switches().getFirst().stops()).isFalse();
    }

    @Test
    void whereTheClockIsRealaDecisionIsOfThisMoment() {
        var number = proposesValue(MARSH, "consentMonths", "6", today());
        var database = address.substring(address.lastIndexOf('/') + 1);
        TestDatabase.clockIsReal(database);
        try {
            assertThatThrownBy(() -> approves(ADEYEMI, number))
                    .rootCause()
                    .hasMessageContaining("not decided at this moment");
            assertThatThrownBy(
                            () ->
                                    sql(
                                            ADEYEMI,
                                            "select set_config('house.clock', 'moved', false);"
                                                    + DECIDE,
                                            number,
                                            MARSH.id(),
                                            "APPROVED",
                                            ADEYEMI.id(),
                                            utc(clock.instant()),
                                            utc(clock.instant())))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            TestDatabase.clockIsMoved(database);
        }
        assertThat(rulebook.proposal(number).open()).isTrue();
    }
}
