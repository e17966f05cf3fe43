package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.UsState;
import health.stillwater.review.ClaimOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** What was decided is stopped, changed or put right between two requests, without a new one. */
class AgainRoomTests extends SigningRoom {

    private DecisionId first;

    @BeforeEach
    void aPrescriptionThatWasFilled() {
        first = signed(Forms.approving());
        isFilled(first);
    }

    @Test
    void aTreatmentThatHarmsIsStoppedAtOnce(AssertablePublishedEvents published) {
        clock.passes(Duration.ofDays(12));
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
        takesUpAgain();

        var stop = signed(Forms.stopping(first));

        assertThat(standingOf(first))
                .isEqualTo(new Standing(Standing.Kind.STOPPED, Optional.of(stop)));
        assertThat(published)
                .contains(PrescriptionEnded.class)
                .matching(PrescriptionEnded::prescription, first);
        assertThat(decisions()).isEqualTo(2);
    }

    @Test
    void whatWasSignedInErrorIsPutRightBesideIt() {
        takesUpAgain();
        var right = signed(Forms.but(Forms.declining(), Map.of("corrects", first.toString())));
        assertThat(standingOf(first))
                .isEqualTo(new Standing(Standing.Kind.CORRECTED, Optional.of(right)));
    }

    @Test
    void anotherFirstAnswerToTheSameRequestIsNone() {
        takesUpAgain();
        var outcome =
                as(reyes, () -> prescribing.readyToSign(request, reyes, fence, Forms.approving()));
        assertThat(outcome).isInstanceOf(ReadyOutcome.Invalid.class);
    }

    @Test
    void theFormBeginsEmpty() {
        takesUpAgain();
        assertThat(as(reyes, () -> prescribing.draftOf(request, reyes)).form())
                .isEqualTo(DecisionForm.empty());
    }

    private void takesUpAgain() {
        var outcome = as(reyes, () -> queue.takeUpAgain(request, reyes));
        assertThat(outcome).isInstanceOf(ClaimOutcome.Claimed.class);
        fence = ((ClaimOutcome.Claimed) outcome).fence();
    }

    private Standing standingOf(DecisionId decision) {
        return as(reyes, () -> prescribing.record(decision)).decision().standing();
    }
}
