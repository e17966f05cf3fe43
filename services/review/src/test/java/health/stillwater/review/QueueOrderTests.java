package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueOrderTests {

    static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    final QueueRow mine = row("mine", CaseStage.CLAIMED, Risk.USUAL, 9, false, true);
    final QueueRow knownUsual = row("known", CaseStage.WAITING, Risk.USUAL, 5, true, false);
    final QueueRow high = row("high", CaseStage.WAITING, Risk.HIGH, 8, false, false);
    final QueueRow soon = row("soon", CaseStage.WAITING, Risk.USUAL, 1, false, false);
    final QueueRow late = row("late", CaseStage.WAITING, Risk.USUAL, 2, false, false);
    final QueueRow held = row("held", CaseStage.HELD, Risk.HIGH, 0, true, false);

    @Test
    void putsOnesOwnFirstThenKnownPatientsThenRiskThenTheClock() {
        assertThat(
                        List.of(late, held, soon, high, knownUsual, mine).stream()
                                .sorted(QueueRow.ORDER))
                .containsExactly(mine, knownUsual, high, soon, late, held);
    }

    @ParameterizedTest
    @CsvSource({"0,0,USUAL", "0,19,USUAL", "0,20,RAISED", "1,1,HIGH", "3,27,HIGH"})
    void readsRiskFromTheQuestionnaire(int selfHarm, int total, Risk risk) {
        assertThat(Risk.of(selfHarm, total)).isEqualTo(risk);
    }

    @Test
    void givesEveryFollowUpLessTimeThanACase() {
        assertThat(FollowUpReason.values())
                .allSatisfy(
                        reason -> assertThat(reason.within()).isLessThan(ReviewCase.SERVICE_TIME));
    }

    private static QueueRow row(
            String name, CaseStage stage, Risk risk, int dueInHours, boolean known, boolean mine) {
        var due = NOON.plusSeconds(dueInHours * 3600L);
        return new QueueRow(
                RequestId.next(),
                name,
                UsState.FL,
                stage,
                risk,
                due,
                false,
                known,
                mine ? Optional.of(due) : Optional.empty(),
                List.of());
    }
}
