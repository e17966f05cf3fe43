package health.stillwater.prescribing;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.ledger.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each physician's monthly log. While a month goes on it is read from the decisions; once it is
 * over it is kept as it was, and stays.
 */
@Component
class LogBook {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<LogRow>> ROWS = new TypeReference<>() {};

    /** A month is over everywhere in the country when its last day is over in Hawaii. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-10);

    private static final int MONTHS_SHOWN = 24;

    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LogBook(Decisions decisions, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record Kept(String content, String hash, Instant madeAt) {}

    /** This month and the two years before it, as far as anything was prescribed, latest first. */
    List<MonthlyLog> logs(PhysicianId physician) {
        var first = current().minusMonths(MONTHS_SHOWN).atDay(1);
        return jdbc
                .sql(
                        "select distinct date_trunc('month', issue_date)::date as month from prescribing.decision"
                                + " where physician_id = ? and issue_date >= ? and prescribing.prescribes(verdict)"
                                + " order by month desc")
                .params(physician.value(), first)
                .query(LocalDate.class)
                .list()
                .stream()
                .map(month -> log(physician, YearMonth.from(month)))
                .toList();
    }

    MonthlyLog log(PhysicianId physician, YearMonth month) {
        if (month.isAfter(current())) {
            throw new Refusal.Missing("This log");
        }
        var kept = kept(physician, month);
        var rows =
                kept.map(log -> JSON.readValue(log.content(), ROWS))
                        .orElseGet(() -> rows(physician, month));
        return new MonthlyLog(
                month,
                rows,
                kept.map(Kept::hash).orElseGet(() -> FrozenText.hashOf(content(rows))),
                kept.map(Kept::madeAt),
                reviewedAt(physician, month));
    }

    /** Opens a log for its physician; each patient in it reads that they were looked at. */
    MonthlyLog open(PhysicianId physician, YearMonth month) {
        var log = log(physician, month);
        rowsOf(physician, month).stream()
                .map(SignedDecision::patient)
                .distinct()
                .forEach(
                        patient ->
                                events.publishEvent(
                                        new Seen(
                                                patient,
                                                "prescription log " + month,
                                                clock.instant())));
        return log;
    }

    /** The physician read it. Only what is over can be read to its end; twice is once. */
    void review(PhysicianId physician, YearMonth month) {
        var kept =
                kept(physician, month)
                        .orElseThrow(
                                () ->
                                        new Refusal.Overtaken(
                                                "The log of a month is reviewed when the month is over and the log is kept."));
        var now = clock.instant();
        var first =
                jdbc.sql(
                                "insert into prescribing.log_review (physician_id, month, hash, reviewed_at)"
                                        + " values (?, ?, ?, ?) on conflict do nothing")
                        .params(
                                physician.value(),
                                month.atDay(1),
                                kept.hash(),
                                now.atOffset(ZoneOffset.UTC))
                        .update();
        if (first == 1) {
            events.publishEvent(new LogReviewed(physician, month, now));
        }
    }

    /** Keeps every log of a month that is over and is not kept yet. For the program. */
    void keepWhatIsOver() {
        jdbc.sql(
                        "select distinct physician_id, date_trunc('month', issue_date)::date as month"
                                + " from prescribing.decision d where prescribing.prescribes(verdict) and issue_date < ?"
                                + " and not exists (select from prescribing.monthly_log l where l.physician_id = d.physician_id"
                                + " and l.month = date_trunc('month', d.issue_date)::date)")
                .param(current().atDay(1))
                .query(
                        (row, _) ->
                                keep(
                                        new PhysicianId(row.getObject("physician_id", UUID.class)),
                                        YearMonth.from(row.getObject("month", LocalDate.class))))
                .list();
    }

    private boolean keep(PhysicianId physician, YearMonth month) {
        var rows = rows(physician, month);
        var content = content(rows);
        return jdbc.sql(
                                "insert into prescribing.monthly_log (physician_id, month, entries, content, hash, made_at)"
                                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(
                                physician.value(),
                                month.atDay(1),
                                rows.size(),
                                content,
                                FrozenText.hashOf(content),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private List<LogRow> rows(PhysicianId physician, YearMonth month) {
        return rowsOf(physician, month).stream().map(LogRow::of).toList();
    }

    private List<SignedDecision> rowsOf(PhysicianId physician, YearMonth month) {
        return decisions
                .findByPhysicianAndIssueDateBetweenOrderBySignedAt(
                        physician, month.atDay(1), month.atEndOfMonth())
                .stream()
                .filter(decision -> decision.verdict().prescribes())
                .toList();
    }

    private static String content(List<LogRow> rows) {
        return new String(CanonicalJson.bytes(rows), StandardCharsets.UTF_8);
    }

    private Optional<Kept> kept(PhysicianId physician, YearMonth month) {
        return jdbc.sql(
                        "select content, hash, made_at from prescribing.monthly_log where physician_id = ? and month = ?")
                .params(physician.value(), month.atDay(1))
                .query(
                        (row, _) ->
                                new Kept(
                                        row.getString("content"),
                                        row.getString("hash"),
                                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private Optional<Instant> reviewedAt(PhysicianId physician, YearMonth month) {
        return jdbc.sql(
                        "select reviewed_at from prescribing.log_review where physician_id = ? and month = ?")
                .params(physician.value(), month.atDay(1))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private YearMonth current() {
        return YearMonth.from(clock.instant().atOffset(LAST));
    }
}
