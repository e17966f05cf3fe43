package health.stillwater.outlook;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialSuspended;
import health.stillwater.licensing.Licensing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each license or registration that was lost, and how many patients stood on it then. */
@Component
class Losses {

    private final JdbcClient jdbc;
    private final Licensing licensing;

    Losses(JdbcClient jdbc, Licensing licensing) {
        this.jdbc = jdbc;
        this.licensing = licensing;
    }

    /**
     * A pharmacy that may not work at home works nowhere, and what counts in every state alike is
     * lost in all of them; anything else is lost in its state. What is neither a physician's nor a
     * pharmacy's is our own: everybody there stood on it.
     */
    void write(CredentialSuspended news) {
        var physician = news.physician();
        var pharmacy = news.pharmacy();
        var state = news.state();
        var everywhere =
                state == null
                        || (pharmacy != null && licensing.pharmacy(pharmacy).homeState() == state);
        jdbc.sql(
                        """
                        insert into outlook.loss
                            (credential_id, physician_id, pharmacy_id, state, everywhere, lost_at, people, first_out_on)
                        select :credential, cast(:physician as uuid), cast(:pharmacy as uuid), cast(:state as text), :everywhere, :at,
                            count(*), min(covered_through) + 1
                        from outlook.person_in_care
                        where in_care and (:ours or physician_id = :physician or pharmacy_id = :pharmacy)
                          and (:everywhere or state = cast(:state as text))
                        on conflict do nothing""")
                .param("credential", news.credential().value())
                .param("physician", physician == null ? null : physician.value())
                .param("pharmacy", pharmacy == null ? null : pharmacy.value())
                .param("state", state == null ? null : state.name())
                .param("everywhere", everywhere)
                .param("ours", physician == null && pharmacy == null)
                .param("at", Timestamp.from(news.at()))
                .update();
    }

    List<LossView> since(Instant since) {
        return jdbc.sql(
                        "select * from outlook.loss where lost_at >= ? order by lost_at desc, id desc")
                .param(Timestamp.from(since))
                .query((row, _) -> loss(row))
                .list();
    }

    private LossView loss(ResultSet row) throws SQLException {
        var physician = row.getObject("physician_id", UUID.class);
        var pharmacy = row.getObject("pharmacy_id", UUID.class);
        return new LossView(
                physician == null ? null : new PhysicianId(physician),
                pharmacy == null ? null : new PharmacyId(pharmacy),
                holder(physician, pharmacy),
                state(row.getString("state")),
                row.getBoolean("everywhere"),
                row.getTimestamp("lost_at").toInstant(),
                row.getInt("people"),
                row.getObject("first_out_on", LocalDate.class));
    }

    private static @Nullable UsState state(@Nullable String written) {
        return written == null ? null : UsState.valueOf(written);
    }

    private String holder(@Nullable UUID physician, @Nullable UUID pharmacy) {
        if (physician != null) {
            return licensing.physician(new PhysicianId(physician)).name();
        }
        return pharmacy == null
                ? "Stillwater"
                : licensing.pharmacy(new PharmacyId(pharmacy)).name();
    }
}
