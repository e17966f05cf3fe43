package health.stillwater.rulebook;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.Refusal;
import health.stillwater.rulebook.KillSwitch.Said;
import health.stillwater.runtime.DatabaseClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Throws kill switches and releases them, each word by the person it takes. */
@Component
class Switchboard {

    private final JdbcClient jdbc;
    private final DatabaseClock clock;
    private final ApplicationEventPublisher events;

    Switchboard(JdbcClient jdbc, DatabaseClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Every switch ever thrown, the latest first. */
    List<KillSwitch> all() {
        var found = new LinkedHashMap<Long, KillSwitch>();
        jdbc.sql(
                        """
                        select s.number, s.scope, s.target, s.target_name, w.word, w.reason, w.given_by, w.given_by_name,
                            w.given_at
                        from rulebook.kill_switch s join rulebook.kill_switch_word w on w.number = s.number
                        order by s.number desc, w.position""")
                .query(
                        (row, _) ->
                                found.computeIfAbsent(row.getLong("number"), _ -> empty(row))
                                        .words()
                                        .add(word(row)))
                .list();
        return List.copyOf(found.values());
    }

    /** The rows are read one after the other, so the switch is there before its words. */
    private static KillSwitch empty(ResultSet row) {
        try {
            return new KillSwitch(
                    row.getLong("number"),
                    KillSwitch.Scope.valueOf(row.getString("scope")),
                    row.getString("target"),
                    row.getString("target_name"),
                    new ArrayList<>());
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static KillSwitch.Word word(ResultSet row) throws SQLException {
        return new KillSwitch.Word(
                Said.valueOf(row.getString("word")),
                row.getString("reason"),
                row.getObject("given_by", UUID.class),
                row.getString("given_by_name"),
                Shelf.instant(row, "given_at"));
    }

    KillSwitch one(long number) {
        return all().stream()
                .filter(each -> each.number() == number)
                .findAny()
                .orElseThrow(() -> new Refusal.Missing("This kill switch"));
    }

    /** It binds from here on; whoever is signing at this moment finishes first. */
    @Transactional
    long throwIt(NewKillSwitch wanted) {
        var officer = Officer.now();
        openForChange();
        if (all().stream().anyMatch(each -> each.stops() && isTheSame(each, wanted))) {
            throw new Refusal.Overtaken(wanted.targetName() + " is stopped already.");
        }
        long number =
                Objects.requireNonNull(
                        jdbc.sql(
                                        "insert into rulebook.kill_switch (scope, target, target_name)"
                                                + " values (?, ?, ?) returning number")
                                .param(wanted.scope().name())
                                .param(wanted.target())
                                .param(wanted.targetName())
                                .query(Long.class)
                                .single());
        write(number, 1, Said.THROWN, wanted.reason(), officer);
        return number;
    }

    private static boolean isTheSame(KillSwitch one, NewKillSwitch other) {
        return one.scope() == other.scope() && Objects.equals(one.target(), other.target());
    }

    /** The next word about a switch, if it may be given, and by this person. */
    @Transactional
    void say(long number, Said said, String reason) {
        var officer = Officer.now();
        openForChange();
        var found = one(number);
        var last = found.last();
        if (!last.said().next().contains(said)) {
            throw new Refusal.Overtaken(
                    "Somebody was faster. Open the switch again to see where it stands.");
        }
        if (said.takesAnother() && last.by().equals(officer.id())) {
            throw new Refusal.Forbidden(
                    "This takes another person than the one who spoke before: you did.");
        }
        write(number, found.words().size() + 1, said, reason, officer);
    }

    private void write(long number, int position, Said said, String reason, Officer officer) {
        var now = clock.now();
        jdbc.sql(
                        "insert into rulebook.kill_switch_word"
                                + " (number, position, word, reason, given_by, given_by_name, given_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(number)
                .param(position)
                .param(said.name())
                .param(reason)
                .param(officer.id())
                .param(officer.name())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(news(number, said, now));
    }

    private static DomainEvent news(long number, Said said, Instant now) {
        return switch (said) {
            case THROWN -> new KillSwitchThrown(number, now);
            case CONFIRMED -> new KillSwitchConfirmed(number, now);
            case LIFTED -> new KillSwitchLifted(number, now);
            case RELEASE_ASKED -> new KillSwitchReleaseAsked(number, now);
            case RELEASE_REFUSED -> new KillSwitchReleaseRefused(number, now);
            case RELEASED -> new KillSwitchReleased(number, now);
        };
    }

    /**
     * First of all, and before the clock is read: what was signed before this was signed before.
     */
    void openForChange() {
        jdbc.sql("select rulebook.open_for_change()").query().singleRow();
    }
}
