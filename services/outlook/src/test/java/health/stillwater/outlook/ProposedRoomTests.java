package health.stillwater.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.ProposalOutcome;
import health.stillwater.rulebook.RowDraft;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.ValueDraft;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A proposed change, compared with the same day without it. */
class ProposedRoomTests extends OutlookRoom {

    @Autowired Rulebook rulebook;

    @Test
    void whomAProposedRowStopsIsToldApartFromWhomTheDayStops() {
        var rosa = inCare(UsState.NJ, false);
        var evaluated = inCare(UsState.NJ, true);
        var question = new LookAhead(NEW_YEAR, asked("D11"));

        var counts = counted(question);

        assertThat(counts.stopped()).isEqualTo(2);
        assertThat(counts.already()).isOne();
        assertThat(counts.letGo()).isZero();
        assertThat(counts.rows())
                .extracting(Counts.Share::key, Counts.Share::stopped)
                .containsExactlyInAnyOrder(tuple("D11", 2), tuple("D01", 1));
        assertThat(
                        asMarsh(() -> outlook.affected(question, AffectedFilter.everybody(), 0))
                                .people())
                .extracting(Affected::patient)
                .containsExactly(evaluated.id())
                .doesNotContain(rosa.id());
        assertThat(counted(LookAhead.to(NEW_YEAR)).stopped()).isOne();
    }

    @Test
    void whomAProposedChangeLetsGoIsCounted() {
        inCare(UsState.FL, false);
        inCare(UsState.NJ, true);

        var longer =
                new ValueDraft(
                        "federalBasis.temporaryRuleEndsAt",
                        "2027-12-31 23:59:59",
                        LocalDate.of(2026, 12, 15),
                        "Federal Register of today",
                        null);

        var counts = counted(new LookAhead(NEW_YEAR, proposed(() -> rulebook.propose(longer))));

        assertThat(counts.stopped()).isZero();
        assertThat(counts.letGo()).isOne();
    }

    private Supposition asked(String row) {
        var now = rulebook.versions(row).getFirst().row();
        var draft =
                new RowDraft(
                        row,
                        NEW_YEAR,
                        now.validTo(),
                        true,
                        now.condition(),
                        now.authority(),
                        now.evidence(),
                        now.counselStatus(),
                        now.words(),
                        "Counsel's letter of today");
        return proposed(() -> rulebook.propose(draft));
    }

    private Supposition proposed(Supplier<ProposalOutcome> proposing) {
        var outcome = (ProposalOutcome.Proposed) asMarsh(proposing);
        return new Supposition.Proposed(outcome.number());
    }
}
