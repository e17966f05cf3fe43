package health.stillwater.rulebook;

import health.stillwater.kernel.Refusal;
import health.stillwater.rulebook.ProposalView.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was proposed and what became of it, for reading, and for supposing that it is approved. */
@Component
class ProposalBook {

    private static final String ALL =
            """
            select p.number, p.kind, p.subject, p.words, p.reason, p.effective_on, p.signed_off_by, p.signed_off_on,
                p.proposed_by, p.proposed_by_name, p.proposed_at, p.change::text as change, p.based_on,
                d.outcome, d.decided_by_name, d.decided_at, d.reason as decision_reason, d.effective_from
            from rulebook.proposal p left join rulebook.proposal_decision d on d.number = p.number""";

    private static final String SECOND_PERSON = "a second person";

    private final JdbcClient jdbc;
    private final Shelf shelf;

    ProposalBook(JdbcClient jdbc, Shelf shelf) {
        this.jdbc = jdbc;
        this.shelf = shelf;
    }

    /** A proposal with what it was made from. */
    record Kept(ProposalView view, Change change, String basedOn) {

        /** Why it cannot be approved any more; null when nothing speaks against it. */
        @Nullable Refusal obstacle(Drafting drafting) {
            var on = view.effectiveOn();
            if (drafting.isPast(change, on)) {
                return new Refusal.Forbidden(
                        "The day on which this was to begin has passed. Propose it again with a later day.");
            }
            return drafting.basisOf(change, on).equals(basedOn)
                    ? null
                    : new Refusal.Overtaken(
                            "What this changes was changed since. Withdraw it, and propose it again.");
        }
    }

    List<ProposalView> all() {
        return jdbc.sql(ALL + " order by p.number desc").query((row, _) -> view(row)).list();
    }

    Kept one(long number) {
        return jdbc.sql(ALL + " where p.number = ?")
                .param(number)
                .query((row, _) -> kept(row))
                .optional()
                .orElseThrow(() -> new Refusal.Missing("This proposal"));
    }

    /** Those that could be approved at this instant, the latest first. */
    List<ProposalView> standing(Instant now) {
        var drafting = new Drafting(shelf.latest(), now);
        return jdbc
                .sql(ALL + " where d.number is null order by p.number desc")
                .query((row, _) -> kept(row))
                .list()
                .stream()
                .filter(kept -> kept.obstacle(drafting) == null)
                .map(Kept::view)
                .toList();
    }

    /** The whole book, as it would be with this one approved at this instant. */
    Book supposing(long number, Instant now) {
        var kept = one(number);
        var drafting = new Drafting(shelf.latest(), now);
        var obstacle = kept.view().open() ? kept.obstacle(drafting) : decided();
        if (obstacle != null) {
            throw obstacle;
        }
        var begins = drafting.begins(kept.change(), kept.view().effectiveOn());
        return shelf.supposing(
                new Approved(
                        Long.MAX_VALUE,
                        number,
                        begins,
                        kept.change(),
                        List.of(kept.view().proposedBy().toString(), SECOND_PERSON),
                        List.of(kept.view().proposedByName(), SECOND_PERSON)));
    }

    static Refusal decided() {
        return new Refusal.Overtaken("This proposal was decided already.");
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var view = view(row);
        return new Kept(
                view, Change.read(view.kind(), row.getString("change")), row.getString("based_on"));
    }

    private static ProposalView view(ResultSet row) throws SQLException {
        return new ProposalView(
                row.getLong("number"),
                ProposalView.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                List.copyOf(Arrays.asList((String[]) row.getArray("words").getArray())),
                row.getString("reason"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("signed_off_by"),
                row.getObject("signed_off_on", LocalDate.class),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                Shelf.instant(row, "proposed_at"),
                decision(row));
    }

    private static ProposalView.@Nullable Decision decision(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new ProposalView.Decision(
                        Outcome.valueOf(outcome),
                        row.getString("decided_by_name"),
                        Shelf.instant(row, "decided_at"),
                        row.getString("decision_reason"),
                        row.getObject("effective_from") == null
                                ? null
                                : Shelf.instant(row, "effective_from"));
    }
}
