package health.stillwater.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes that were approved. */
@Component
class Decided {

    private final JdbcClient jdbc;

    Decided(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Approved> approved() {
        return jdbc.sql(
                        """
                        select d.position, d.number, d.effective_from, p.kind, p.change::text as change,
                            d.proposed_by, p.proposed_by_name, d.decided_by, d.decided_by_name
                        from rulebook.proposal_decision d join rulebook.proposal p on p.number = d.number
                        where d.outcome = 'APPROVED'""")
                .query((row, _) -> approved(row))
                .list();
    }

    private static Approved approved(ResultSet row) throws SQLException {
        return new Approved(
                row.getLong("position"),
                row.getLong("number"),
                Shelf.instant(row, "effective_from"),
                Change.read(
                        ProposalView.Kind.valueOf(row.getString("kind")), row.getString("change")),
                List.of(row.getString("proposed_by"), row.getString("decided_by")),
                List.of(row.getString("proposed_by_name"), row.getString("decided_by_name")));
    }
}
