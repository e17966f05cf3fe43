package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.AssertablePublishedEvents;

class ClaimRoomTests extends ReviewRoom {

    @Test
    void theGateStopsAClaimAndNothingIsClaimed(AssertablePublishedEvents published) {
        var request = aWaitingCase();

        var outcome = as(quill, () -> queue.claim(request, quill));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ClaimOutcome.Stopped.class,
                        stopped ->
                                assertThat(stopped.judgement().stops())
                                        .extracting("row")
                                        .contains("D02"));
        assertThat(stageOf(request)).contains(CaseStage.WAITING);
        assertThat(published).contains(ClaimStopped.class);
    }

    @Test
    void ofTwoWhoClaimAtOnceOneWinsAHundredTimes() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 100; round++) {
                var request = aWaitingCase();
                elsewhere.seenByWhoeverAsks(request, clock.instant());
                var start = new CyclicBarrier(2);
                var one = pool.submit(claiming(request, reyes, start));
                var other = pool.submit(claiming(request, quill, start));

                assertThat(Stream.of(one.get(), other.get()).sorted())
                        .containsExactly("overtaken", "won");
                assertThat(fenceInDatabase(request)).isEqualTo(1);
            }
        }
    }

    private Callable<String> claiming(
            RequestId request, PhysicianId physician, CyclicBarrier start) {
        return () -> {
            start.await();
            try {
                return fenceOf(request, physician) == 1 ? "won" : "stopped";
            } catch (Refusal.Overtaken overtaken) {
                return "overtaken";
            }
        };
    }

    @Test
    void claimingTwiceAnswersTheSameClaim() {
        var request = aWaitingCase();

        assertThat(fenceOf(request, reyes)).isEqualTo(1);
        assertThat(fenceOf(request, reyes)).isEqualTo(1);
    }

    @Test
    void anOldFenceDecidesNothing() {
        var request = aWaitingCase();
        var old = fenceOf(request, reyes);
        does(reyes, () -> queue.release(request, reyes));
        var fence = fenceOf(request, reyes);

        assertThat(fence).isEqualTo(old + 1);
        assertThatThrownBy(() -> does(reyes, () -> queue.decided(request, reyes, old)))
                .isInstanceOf(Refusal.Overtaken.class);
        does(reyes, () -> queue.decided(request, reyes, fence));
        assertThat(stageOf(request)).contains(CaseStage.DECIDED);
    }

    @Test
    void aCaseThereIsNotIsRefusedLikeOneThatAnotherPhysicianHas() {
        var held = aWaitingCase();
        var fence = fenceOf(held, quill);
        var none = RequestId.next();

        for (var request : List.of(held, none)) {
            assertThatThrownBy(
                            () -> does(reyes, () -> queue.lockForDecision(request, reyes, fence)))
                    .isInstanceOf(Refusal.Overtaken.class)
                    .hasMessage("Your claim on this case has ended. Claim it again to go on.");
        }
    }

    @Test
    void anExpiredClaimDecidesNothingAndGoesBackToTheQueue() {
        var request = aWaitingCase();
        var fence = fenceOf(request, reyes);
        clock.passes(Duration.ofMinutes(30));

        assertThatThrownBy(() -> does(reyes, () -> queue.decided(request, reyes, fence)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThatThrownBy(() -> as(reyes, () -> queue.renew(request, reyes, fence)))
                .isInstanceOf(Refusal.Overtaken.class);
        Actors.asTheProgram(() -> intake.takeBack(request));
        assertThat(stageOf(request)).contains(CaseStage.WAITING);
    }

    @Test
    void theDatabaseLetsNoFenceGoBack() {
        var request = aWaitingCase();
        fenceOf(request, reyes);

        assertThatThrownBy(
                        () ->
                                Actors.asTheProgram(
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ ->
                                                                jdbc.sql(
                                                                                "update review.review_case set fence = 0 where id = ?")
                                                                        .param(request.value())
                                                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the fence only grows");
    }

    @Test
    void aClaimIsRenewedUnderItsFenceAndLastsLonger() {
        var request = aWaitingCase();
        var fence = fenceOf(request, reyes);
        clock.passes(Duration.ofMinutes(20));

        assertThatThrownBy(() -> as(reyes, () -> queue.renew(request, reyes, fence + 1)))
                .isInstanceOf(Refusal.Overtaken.class);
        as(reyes, () -> queue.renew(request, reyes, fence));
        clock.passes(Duration.ofMinutes(29));

        assertThat(as(reyes, () -> queue.claimOf(request, reyes)))
                .hasValueSatisfying(claim -> assertThat(claim.fence()).isEqualTo(fence));
    }

    private long fenceInDatabase(RequestId request) {
        return asProgram("select fence from review.review_case where id = ?", request);
    }
}
