package health.stillwater.review;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.runtime.Acting;
import health.stillwater.runtime.DatabaseClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for compliance: what is late, what physicians put before them, and who decided too much
 * too fast. The database shows it to nobody else.
 */
@Service
public class Oversight {

    private static final Limit MANY = Limit.of(200);
    private static final Duration READ_AGAIN = Duration.ofDays(30);

    private final ReviewCases cases;
    private final Pauses pauses;
    private final ClaimHistory history;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final DatabaseClock clock;

    Oversight(
            ReviewCases cases,
            Pauses pauses,
            ClaimHistory history,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            DatabaseClock clock) {
        this.cases = cases;
        this.pauses = pauses;
        this.history = history;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Cases past their time, the latest first; two hundred at most. */
    @Transactional(readOnly = true)
    public List<LateCase> late() {
        onlyCompliance();
        return cases.overdue(MANY).stream()
                .map(
                        late ->
                                new LateCase(
                                        QueueRow.reference(late.id()),
                                        late.kind(),
                                        late.state(),
                                        late.stage(),
                                        late.risk(),
                                        late.dueAt()))
                .toList();
    }

    /** What waits for compliance. */
    @Transactional
    public List<EscalationView> escalated() {
        onlyCompliance();
        return cases.escalated(MANY).stream().flatMap(this::unanswered).toList();
    }

    private Stream<EscalationView> unanswered(ReviewCase found) {
        return found.pausing().flatMap(pausing -> pauses.find(pausing.id())).stream()
                .filter(pause -> pause.end().isEmpty())
                .map(pause -> seen(found, pause));
    }

    private EscalationView seen(ReviewCase found, PauseView pause) {
        events.publishEvent(new Seen(found.patient(), "case " + found.id(), clock.now()));
        return new EscalationView(
                pause.id(),
                QueueRow.reference(found.id()),
                found.state(),
                found.patient(),
                pause.physician(),
                pause.words(),
                pause.at(),
                found.dueAt());
    }

    /** Answers what a physician put before compliance; the case goes back to that physician. */
    @Transactional
    public void answer(UUID escalation, String words) {
        onlyCompliance();
        var asked =
                pauses.find(escalation)
                        .filter(found -> found.kind() == PauseKind.ESCALATION)
                        .orElseThrow(() -> new Refusal.Missing("This question"));
        if (asked.end().isPresent()) {
            throw new Refusal.Overtaken("A colleague has answered this already.");
        }
        var now = clock.now();
        pauses.end(asked, Pauses.checked(words), null, now);
        events.publishEvent(
                new PauseEnded(asked.id(), asked.request(), asked.patient(), asked.kind(), now));
    }

    /** Every question about a physician's pace, the open ones first; two hundred at most. */
    @Transactional(readOnly = true)
    public List<ConcernView> concerns() {
        onlyCompliance();
        return jdbc.sql(
                        "select * from review.concern order by closed_at is not null, opened_at desc limit 200")
                .query(Oversight::concern)
                .list();
    }

    /** Writes down what came of it; if it goes on, another is opened. */
    @Transactional
    public void close(UUID concern, String outcome) {
        onlyCompliance();
        var found =
                jdbc.sql("select * from review.concern where id = ? for update")
                        .param(concern)
                        .query(Oversight::concern)
                        .optional()
                        .orElseThrow(() -> new Refusal.Missing("This question"));
        if (found.outcome().isPresent()) {
            throw new Refusal.Overtaken("A colleague has closed this already.");
        }
        var now = clock.now();
        jdbc.sql("update review.concern set closed_by = ?, closed_at = ?, outcome = ? where id = ?")
                .params(
                        Acting.now().id(),
                        now.atOffset(ZoneOffset.UTC),
                        Pauses.checked(outcome),
                        concern)
                .update();
        events.publishEvent(new ConcernClosed(concern, found.physician(), now));
    }

    /**
     * Where a case was held by two, or decided by who did not hold it, in the last month; a
     * sentence each, empty when nothing is wrong.
     */
    @Transactional(readOnly = true)
    public List<String> faultsOfClaims() {
        onlyCompliance();
        return history.faults(clock.now().minus(READ_AGAIN));
    }

    private static ConcernView concern(ResultSet row, int number) throws SQLException {
        return new ConcernView(
                row.getObject("id", UUID.class),
                new PhysicianId(row.getObject("physician_id", UUID.class)),
                ConcernKind.valueOf(row.getString("kind")),
                row.getInt("decisions"),
                row.getInt("seconds"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("outcome")));
    }

    private static void onlyCompliance() {
        if (Acting.now().kind() != Actor.Kind.COMPLIANCE) {
            throw new Refusal.Missing("The page");
        }
    }
}
