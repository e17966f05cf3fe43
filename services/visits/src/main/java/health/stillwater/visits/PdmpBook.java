package health.stillwater.visits;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The prescription-monitoring reports physicians read: written line by line, never changed. The
 * last of a state counts.
 */
@Component
class PdmpBook {

    private final JdbcClient jdbc;

    PdmpBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(RequestId request, PatientId patient, PdmpView report) {
        jdbc.sql(
                        "insert into visits.pdmp_review"
                                + " (request_id, patient_id, physician_id, state, report_id, findings, reviewed_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        request.value(),
                        patient.value(),
                        report.reviewedBy().value(),
                        report.state().name(),
                        report.reportId(),
                        report.findings(),
                        Timestamp.from(report.reviewedAt()))
                .update();
    }

    List<PdmpView> latest(RequestId request) {
        return jdbc.sql(
                        "select distinct on (state) state, report_id, findings, physician_id, reviewed_at"
                                + " from visits.pdmp_review where request_id = ? order by state, id desc")
                .param(request.value())
                .query(PdmpBook::report)
                .list();
    }

    private static PdmpView report(ResultSet row, int number) throws SQLException {
        return new PdmpView(
                UsState.valueOf(row.getString("state")),
                row.getString("report_id"),
                row.getString("findings"),
                new PhysicianId(row.getObject("physician_id", UUID.class)),
                row.getTimestamp("reviewed_at").toInstant());
    }
}
