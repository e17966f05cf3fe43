package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.rulebook.ProposalOutcome;
import health.stillwater.rulebook.RowDraft;
import health.stillwater.rulebook.Verdict;
import health.stillwater.testing.Actors;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** The rows on supply and dose, once officers ask them. A database of its own: they stay asked. */
@Import(DoseRowsRoomTests.OwnDatabase.class)
class DoseRowsRoomTests extends SigningRoom {

    private static final Actor MARSH =
            new Actor(Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh");
    private static final Actor ADEYEMI =
            new Actor(Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Tolu Adeyemi");

    static class OwnDatabase {}

    @Test
    void theyAreToldWhatTheyNeedAndACapThatIsNotSetRefuses() {
        assertThat(stops()).isEmpty();
        asks("D28");
        assertThat(stops()).containsExactly("D28");
    }

    private List<String> stops() {
        var form = Forms.approving();
        var outcome = as(reyes, () -> prescribing.readyToSign(request, reyes, fence, form));
        return outcome instanceof ReadyOutcome.Stopped stopped
                ? stopped.judgement().stops().stream().map(Verdict::row).toList()
                : List.of();
    }

    private void asks(String id) {
        var row =
                rulebook.currentRows().stream()
                        .map(each -> each.row())
                        .filter(each -> each.id().equals(id))
                        .findAny()
                        .orElseThrow();
        var draft =
                new RowDraft(
                        id,
                        LocalDate.parse("2026-11-24"),
                        null,
                        true,
                        row.condition(),
                        row.authority(),
                        row.evidence(),
                        row.counselStatus(),
                        row.words(),
                        "Its facts are known now");
        var proposed = Actors.as(MARSH, () -> rulebook.propose(draft));
        assertThat(proposed).isInstanceOf(ProposalOutcome.Proposed.class);
        var number = ((ProposalOutcome.Proposed) proposed).number();
        Actors.does(ADEYEMI, () -> rulebook.approve(number));
    }
}
