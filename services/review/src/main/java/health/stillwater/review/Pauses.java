package health.stillwater.review;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.runtime.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What physicians asked before deciding, and what came of it: written once, never changed. */
@Component
class Pauses {

    static final int WORDS_MAX = 4000;

    private static final String READ =
            "select p.id, p.case_id, p.patient_id, p.physician_id, p.kind, p.words, p.at, p.returns_at,"
                    + " e.by_kind, e.by_id, e.words as answer, e.agrees, e.at as ended_at"
                    + " from review.pause p left join review.pause_end e on e.pause_id = p.id where ";

    private final JdbcClient jdbc;

    Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String checked(String words) {
        var written = words.strip();
        if (written.isEmpty()) {
            throw new Refusal.Forbidden("Write it in words, then send it.");
        }
        if (written.length() > WORDS_MAX) {
            throw new Refusal.Forbidden("Keep it under " + WORDS_MAX + " characters.");
        }
        return written;
    }

    void write(ReviewCase aside, Pausing why, String words, Instant now) {
        var returnsAt = why.returnsAt();
        jdbc.sql(
                        "insert into review.pause (id, case_id, patient_id, physician_id, kind, words, at, returns_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(1, why.id())
                .param(2, aside.id().value())
                .param(3, aside.patient().value())
                .param(4, why.by().value())
                .param(5, why.kind().name())
                .param(6, words)
                .param(7, utc(now))
                .param(8, returnsAt == null ? null : utc(returnsAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Whoever is acting ends it, once; the database knows who may. */
    void end(PauseView pause, String words, @Nullable Boolean agrees, Instant now) {
        var actor = Acting.now();
        try {
            jdbc.sql(
                            "insert into review.pause_end (pause_id, patient_id, by_kind, by_id, words, agrees, at)"
                                    + " values (?, ?, ?, ?, ?, ?, ?)")
                    .param(1, pause.id())
                    .param(2, pause.patient().value())
                    .param(3, actor.kind().name())
                    .param(4, actor.id())
                    .param(5, words)
                    .param(6, agrees, Types.BOOLEAN)
                    .param(7, utc(now))
                    .update();
        } catch (DuplicateKeyException answered) {
            throw new Refusal.Overtaken("This was answered already.");
        }
    }

    Optional<PauseView> find(UUID id) {
        return jdbc.sql(READ + "p.id = ?").param(id).query(Pauses::view).optional();
    }

    /** Everything asked about a case, the latest first. */
    List<PauseView> of(RequestId request) {
        return jdbc.sql(READ + "p.case_id = ? order by p.at desc")
                .param(request.value())
                .query(Pauses::view)
                .list();
    }

    /** Every question to a patient, the latest first. */
    List<PauseView> questionsTo(PatientId patient) {
        return jdbc.sql(READ + "p.patient_id = ? and p.kind = 'QUESTION' order by p.at desc")
                .param(patient.value())
                .query(Pauses::view)
                .list();
    }

    void note(ReviewCase about, PhysicianId by, PhysicianId to, String words, Instant now) {
        jdbc.sql(
                        "insert into review.note (case_id, patient_id, physician_id, for_id, words, at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        about.id().value(),
                        about.patient().value(),
                        by.value(),
                        to.value(),
                        words,
                        utc(now))
                .update();
    }

    List<NoteView> notesOn(RequestId request) {
        return jdbc.sql(
                        "select physician_id, for_id, words, at from review.note where case_id = ? order by id desc")
                .param(request.value())
                .query(
                        (row, _) ->
                                new NoteView(
                                        new PhysicianId(row.getObject("physician_id", UUID.class)),
                                        new PhysicianId(row.getObject("for_id", UUID.class)),
                                        row.getString("words"),
                                        at(row, "at")))
                .list();
    }

    private static PauseView view(ResultSet row, int number) throws SQLException {
        var returns = row.getObject("returns_at", OffsetDateTime.class);
        return new PauseView(
                row.getObject("id", UUID.class),
                new RequestId(row.getObject("case_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new PhysicianId(row.getObject("physician_id", UUID.class)),
                PauseKind.valueOf(row.getString("kind")),
                row.getString("words"),
                at(row, "at"),
                returns == null ? null : returns.toInstant(),
                row.getString("answer") == null ? Optional.empty() : Optional.of(end(row)));
    }

    private static PauseView.End end(ResultSet row) throws SQLException {
        return new PauseView.End(
                Actor.Kind.valueOf(row.getString("by_kind")),
                row.getObject("by_id", UUID.class),
                row.getString("answer"),
                row.getObject("agrees", Boolean.class),
                at(row, "ended_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
