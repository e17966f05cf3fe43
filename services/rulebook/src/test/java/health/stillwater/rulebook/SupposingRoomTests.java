package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Refusal;
import health.stillwater.testing.Actors;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A proposed change, seen before anybody approves it. */
class SupposingRoomTests extends BookRoom {

    @Test
    void aProposedRowStopsInAForecastFromItsDayOnAndNowhereElse() {
        var tomorrow = today().plusDays(1);
        var number = proposes(true);
        var then = tomorrow.atStartOfDay(EASTERN).toInstant();

        assertThat(stops(then, number)).containsExactly("D04");
        assertThat(stops(then.minusMillis(1), number)).isEmpty();
        assertThat(rulebook.forecast(then, Set.of("D04")).stops(Moment.ENROLLMENT, Facts.none()))
                .isEmpty();
        clock.standsAt(then);
        assertThat(rulebook.judge(Moment.ENROLLMENT, then, Facts.none()).verdicts())
                .extracting(Verdict::row)
                .doesNotContain("D04");
    }

    @Test
    void aProposedValueIsReadInAForecast() {
        var tomorrow = today().plusDays(1);
        var number = proposesValue(MARSH, "freshness.license.other", "300 days", tomorrow);
        var then = tomorrow.atStartOfDay(EASTERN).toInstant();
        var ofJune = GateCases.load().cases().getFirst().read();

        assertThat(rulebook.forecast(then, Set.of("D05")).stops(Moment.FILL, ofJune))
                .extracting(Verdict::answer)
                .containsExactly(Answer.UNKNOWN);
        assertThat(rulebook.forecast(then, Set.of("D05"), number).stops(Moment.FILL, ofJune))
                .isEmpty();
    }

    @Test
    void onlyWhatCouldBeApprovedIsSupposed() {
        var first = proposes(true);
        var second = proposes(true);
        assertThat(standing()).containsExactly(second, first);

        approves(ADEYEMI, first);

        assertThat(standing()).isEmpty();
        assertThatThrownBy(() -> stops(clock.instant(), first))
                .isInstanceOf(Refusal.Overtaken.class)
                .hasMessageContaining("decided");
        assertThatThrownBy(() -> stops(clock.instant(), second))
                .isInstanceOf(Refusal.Overtaken.class)
                .hasMessageContaining("changed since");
    }

    @Test
    void aProposalWhoseDayHasPassedIsNotSupposed() {
        var number = proposes(true);
        clock.standsAt(today().plusDays(2).atStartOfDay(EASTERN).toInstant());

        assertThat(standing()).isEmpty();
        assertThatThrownBy(() -> stops(clock.instant(), number))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    private long proposes(boolean enabled) {
        var draft = asked("D04", enabled, today().plusDays(1));
        return proposed(Actors.as(MARSH, () -> rulebook.propose(draft)));
    }

    private List<Long> standing() {
        return rulebook.proposalsStanding().stream().map(ProposalView::number).toList();
    }

    private List<String> stops(Instant at, long proposal) {
        return rulebook
                .forecast(at, Set.of("D04", "D36"), proposal)
                .stops(Moment.ENROLLMENT, Facts.none())
                .stream()
                .map(Verdict::row)
                .toList();
    }
}
