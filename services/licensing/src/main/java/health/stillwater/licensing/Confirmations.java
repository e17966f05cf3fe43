package health.stillwater.licensing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each source answered, when, and what shows it. Nothing of it is ever changed. */
@Component
class Confirmations {

    private final JdbcClient jdbc;

    Confirmations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(CredentialId id, BoardAnswer.Told told, Instant now) {
        var details = told.details();
        var factor = details.secondFactor();
        var type = details.type();
        var from = details.suspendedFrom();
        jdbc.sql(
                        "insert into licensing.confirmation (credential_id, source, evidence_id, seen_at, kept_at,"
                                + " status, encumbered, expires_on, type, schedules, suspended_from, designated,"
                                + " pain_exemption, identity_proofed, second_factor)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(told.evidence().source())
                .param(told.evidence().id())
                .param(Timestamp.from(told.evidence().seenAt()))
                .param(Timestamp.from(now))
                .param(told.status().name())
                .param(details.encumbered())
                .param(details.expiresOn())
                .param(type == null ? null : type.name())
                .param(String.join(" ", details.schedules()))
                .param(from == null ? null : Timestamp.from(from))
                .param(details.designated())
                .param(details.painExemption())
                .param(details.identityProofed())
                .param(factor == null ? null : factor.name())
                .update();
    }

    void keepSilence(CredentialId id, BoardQuestion asked, String why, Instant now) {
        jdbc.sql(
                        "insert into licensing.confirmation (credential_id, source, silent_because, seen_at, kept_at)"
                                + " values (?, ?, ?, ?, ?)")
                .param(id.value())
                .param(asked.kind().source(asked.state()))
                .param(why)
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .update();
    }

    /** The latest first. */
    List<VerificationView> of(CredentialId id, int most) {
        return jdbc.sql(
                        "select source, evidence_id, silent_because, seen_at, kept_at, status, expires_on, asked_by_kind"
                                + " from licensing.confirmation where credential_id = ? order by id desc limit ?")
                .param(id.value())
                .param(most)
                .query(Confirmations::view)
                .list();
    }

    private static VerificationView view(ResultSet row, int number) throws SQLException {
        return new VerificationView(
                row.getString("source"),
                row.getTimestamp("seen_at").toInstant(),
                row.getTimestamp("kept_at").toInstant(),
                statusOf(row.getString("status")),
                row.getObject("expires_on", LocalDate.class),
                row.getString("evidence_id"),
                row.getString("silent_because"));
    }

    private static health.stillwater.rulebook.@Nullable CredentialStatus statusOf(
            @Nullable String name) {
        return name == null ? null : health.stillwater.rulebook.CredentialStatus.valueOf(name);
    }

    /** When the source of each credential of a holder had last answered, as it was known then. */
    Map<CredentialId, Instant> lastSeen(List<CredentialId> ids, Instant at) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "select distinct on (credential_id) credential_id, seen_at from licensing.confirmation"
                                        + " where credential_id in (:ids) and status is not null and kept_at <= :at"
                                        + " order by credential_id, id desc")
                        .param("ids", ids.stream().map(CredentialId::value).toList())
                        .param("at", Timestamp.from(at))
                        .query(
                                (row, _) ->
                                        Map.entry(
                                                new CredentialId(row.getObject(1, UUID.class)),
                                                row.getTimestamp(2).toInstant()))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
