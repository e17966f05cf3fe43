package health.stillwater.visits;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Evaluations in person: written line by line, never changed. One recorded by mistake is struck,
 * and stays readable.
 */
@Component
class EvaluationBook {

    private static final String READ =
            "select e.*, s.reason from visits.evaluation_in_person e"
                    + " left join visits.struck_evaluation s on s.evaluation_id = e.id";

    private final JdbcClient jdbc;

    EvaluationBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    EvaluationId write(
            PatientId patient, PhysicianId physician, NewEvaluation told, Instant recordedAt) {
        var id = EvaluationId.next();
        jdbc.sql(
                        "insert into visits.evaluation_in_person"
                                + " (id, patient_id, physician_id, held_on, place, others_present, document, recorded_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        patient.value(),
                        physician.value(),
                        told.on(),
                        told.place().strip(),
                        told.othersPresent().strip(),
                        told.document().strip(),
                        Timestamp.from(recordedAt))
                .update();
        return id;
    }

    void strike(Evaluation struck, String reason, Instant now) {
        jdbc.sql(
                        "insert into visits.struck_evaluation (evaluation_id, patient_id, physician_id, reason, struck_at)"
                                + " values (?, ?, ?, ?, ?)")
                .params(
                        struck.id().value(),
                        struck.patient().value(),
                        struck.physician().value(),
                        reason.strip(),
                        Timestamp.from(now))
                .update();
    }

    List<Evaluation> of(PatientId patient) {
        return jdbc.sql(READ + " where e.patient_id = ? order by e.held_on desc, e.recorded_at")
                .param(patient.value())
                .query(EvaluationBook::line)
                .list();
    }

    List<Evaluation> by(PhysicianId physician) {
        return jdbc.sql(READ + " where e.physician_id = ? order by e.held_on desc, e.recorded_at")
                .param(physician.value())
                .query(EvaluationBook::line)
                .list();
    }

    /** The last visit with each patient of theirs of whom they have no evaluation that counts. */
    List<VisitId> visitsWithout(PhysicianId physician) {
        return jdbc.sql(
                        """
                        select id from (
                            select distinct on (v.patient_id) v.id, v.starts_at from visits.visit v
                            where v.physician_id = :physician and v.stage <> 'CANCELED'
                              and not exists (
                                select from visits.evaluation_in_person e
                                where e.patient_id = v.patient_id and e.physician_id = v.physician_id
                                  and not exists (select from visits.struck_evaluation s where s.evaluation_id = e.id))
                            order by v.patient_id, v.starts_at desc) latest
                        order by starts_at desc limit 100""")
                .param("physician", physician.value())
                .query((row, _) -> new VisitId(row.getObject("id", UUID.class)))
                .list();
    }

    Optional<Evaluation> find(EvaluationId id, PhysicianId physician) {
        return jdbc.sql(READ + " where e.id = ? and e.physician_id = ?")
                .params(id.value(), physician.value())
                .query(EvaluationBook::line)
                .optional();
    }

    private static Evaluation line(ResultSet row, int number) throws SQLException {
        var reason = row.getString("reason");
        return new Evaluation(
                new EvaluationId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new PhysicianId(row.getObject("physician_id", UUID.class)),
                row.getObject("held_on", LocalDate.class),
                row.getString("place"),
                row.getString("others_present"),
                row.getString("document"),
                row.getTimestamp("recorded_at").toInstant(),
                reason != null,
                Objects.requireNonNullElse(reason, ""));
    }
}
