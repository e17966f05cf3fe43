package health.stillwater.audit;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door of the audit trail. Compliance officers see all of it, a patient what is about
 * them, everybody else nothing: the database sees to that.
 */
@Service
public class Audit {

    private static final String COLUMNS =
            "select id, at, actor_kind, actor_id, actor_name, action, subject, about";

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows that fit, newest first, a page at a time. */
    @Transactional(readOnly = true)
    public List<AuditRow> search(AuditFilter filter) {
        var subject = filter.subject();
        return jdbc.sql(
                        COLUMNS
                                + """
                         from audit.entry
                        where (cast(:subject as uuid) is null or subject = :subject)
                          and (cast(:actor as text) is null or actor_id::text = :actor
                               or strpos(lower(actor_name), lower(:actor)) > 0)
                          and (cast(:action as text) is null or strpos(lower(action), lower(:action)) > 0)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:to as timestamptz) is null or at < :to)
                        order by id desc limit :size offset :skipped
                        """)
                .param("subject", subject == null ? null : subject.value())
                .param("actor", filter.actor())
                .param("action", filter.action())
                .param("from", utc(filter.from()))
                .param("to", utc(filter.to()))
                .param("size", AuditFilter.PAGE_SIZE)
                .param("skipped", (long) filter.page() * AuditFilter.PAGE_SIZE)
                .query((row, number) -> entry(row))
                .list();
    }

    /** Everything done to, or seen of, one patient's record, newest first. */
    @Transactional(readOnly = true)
    public List<AuditRow> of(PatientId patient) {
        return jdbc.sql(COLUMNS + " from audit.entry where subject = ? order by id desc")
                .param(patient.value())
                .query((row, number) -> entry(row))
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static AuditRow entry(ResultSet row) throws SQLException {
        var subject = row.getObject("subject", UUID.class);
        return new AuditRow(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Actor.Kind.valueOf(row.getString("actor_kind")),
                row.getString("actor_id"),
                row.getString("actor_name"),
                row.getString("action"),
                subject == null ? null : new PatientId(subject),
                row.getString("about"));
    }
}
