package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.testing.Actors;
import health.stillwater.testing.RoomTest;
import health.stillwater.testing.TestClock;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two compliance officers and the real book, as migrations wrote it. */
@RoomTest
abstract class BookRoom {

    static final ZoneId EASTERN = ZoneId.of("America/New_York");
    static final Actor MARSH =
            new Actor(Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh");
    static final Actor ADEYEMI =
            new Actor(Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Tolu Adeyemi");

    @Autowired Rulebook rulebook;

    @Autowired Shelf shelf;

    @Autowired JdbcClient jdbc;

    @Autowired TestClock clock;

    @Autowired TransactionTemplate transaction;

    @Value("${spring.datasource.url}")
    String address;

    @BeforeEach
    void itIsADayInNovember() {
        clock.standsAt(TestClock.START);
    }

    /** Whoever owns the tables takes back what a test changed; the application cannot. */
    @AfterEach
    void nothingHasChanged() throws SQLException {
        var tables = List.of("proposal_decision", "proposal", "kill_switch_word", "kill_switch");
        asTheOwner(
                tables.stream()
                        .map("alter table rulebook.%s disable trigger append_only"::formatted)
                        .toList());
        asTheOwner(List.of("truncate rulebook." + String.join(", rulebook.", tables)));
        asTheOwner(
                tables.stream()
                        .map("alter table rulebook.%s enable trigger append_only"::formatted)
                        .toList());
        asTheOwner(List.of("update rulebook.changes set changes = nextval('rulebook.change')"));
    }

    void asTheOwner(List<String> statements) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                address, "stillwater_owner", "stillwater_owner");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), EASTERN);
    }

    long proposed(ProposalOutcome outcome) {
        assertThat(outcome).isInstanceOf(ProposalOutcome.Proposed.class);
        return ((ProposalOutcome.Proposed) outcome).number();
    }

    long proposesValue(Actor officer, String path, String typed, LocalDate on) {
        return proposed(as(officer, () -> rulebook.propose(value(path, typed, on))));
    }

    static ValueDraft value(String path, String typed, LocalDate on) {
        return new ValueDraft(path, typed, on, "Counsel's letter of today", null);
    }

    RowDraft draftOf(String row, LocalDate on) {
        var now = rulebook.versions(row).getFirst().row();
        return new RowDraft(
                row,
                on,
                now.validTo(),
                now.enabled(),
                now.condition(),
                now.authority(),
                now.evidence(),
                now.counselStatus(),
                now.words(),
                "Counsel's letter of today");
    }

    /** A row as it is, but asked or not. */
    RowDraft asked(String row, boolean enabled, LocalDate on) {
        var draft = draftOf(row, on);
        return new RowDraft(
                row,
                on,
                draft.validTo(),
                enabled,
                draft.condition(),
                draft.authority(),
                draft.evidence(),
                draft.counselStatus(),
                draft.words(),
                draft.reason());
    }

    void approves(Actor officer, long proposal) {
        Actors.does(officer, () -> rulebook.approve(proposal));
    }

    /** Both persons, one after the other. */
    void agreed(String path, String typed, LocalDate on) {
        approves(ADEYEMI, proposesValue(MARSH, path, typed, on));
    }

    Verdict verdict(String row, Moment moment, Facts facts) {
        return rulebook.judge(moment, clock.instant(), facts).verdicts().stream()
                .filter(verdict -> verdict.row().equals(row))
                .findFirst()
                .orElseThrow();
    }

    List<String> askedAt(Moment moment) {
        return rulebook.judge(moment, clock.instant(), Facts.none()).verdicts().stream()
                .map(Verdict::row)
                .toList();
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        return Actors.as(actor, work::get);
    }

    void sql(Actor actor, String sql, Object... parameters) {
        Actors.does(
                actor,
                () ->
                        transaction.executeWithoutResult(
                                _ -> jdbc.sql(sql).params(List.of(parameters)).update()));
    }
}
