package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

/**
 * A decided case is taken up again: by one, under every check of a claim, and comes back decided.
 */
class AgainRoomTests extends ReviewRoom {

    @Autowired ClaimHistory history;

    private RequestId request;
    private long first;

    @BeforeEach
    void aDecidedCase() {
        request = aWaitingCase();
        first = fenceOf(request, reyes);
        decides(reyes, first);
    }

    @AfterEach
    void theHistoryIsInOrder() {
        var faults =
                Actors.as(
                        Actor.system("test"),
                        () -> transaction.execute(_ -> history.faults(Instant.EPOCH)));
        assertThat(faults).filteredOn(fault -> fault.contains(request.toString())).isEmpty();
    }

    @Test
    void itIsHeldUnderANewNumberAndDecidedAnew(AssertablePublishedEvents published) {
        var fence = again(quill);

        assertThat(fence).isGreaterThan(first);
        assertThat(stageOf(request)).contains(CaseStage.CLAIMED);
        assertThat(again(quill)).as("asked twice, it is the same claim").isEqualTo(fence);
        assertThat(as(quill, () -> queue.open(request, quill)).claim()).isPresent();
        assertThat(published)
                .contains(CaseTakenUpAgain.class)
                .matching(CaseTakenUpAgain::physician, quill);

        decides(quill, fence);
        assertThat(stageOf(request)).contains(CaseStage.DECIDED);
    }

    @Test
    void whatIsGivenBackStandsDecidedAndItsNumberIsDead() {
        var fence = again(reyes);
        does(reyes, () -> queue.release(request, reyes));

        assertThat(stageOf(request)).contains(CaseStage.DECIDED);
        assertThat(allFor(quill)).extracting(QueueRow::caseId).doesNotContain(request);
        assertThatThrownBy(() -> decides(reyes, fence)).isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void whoWentHomeHoldsNothing() {
        var fence = again(reyes);
        clock.passes(Hold.LEASE);
        assertThatThrownBy(() -> as(quill, () -> queue.claim(request, quill)))
                .as("it is in nobody's queue")
                .isInstanceOf(Refusal.Overtaken.class);

        Actors.asTheProgram(() -> intake.takeBack(request));

        assertThat(stageOf(request)).contains(CaseStage.DECIDED);
        assertThatThrownBy(() -> decides(reyes, fence)).isInstanceOf(Refusal.Overtaken.class);
        assertThat(again(quill)).isGreaterThan(fence + 1);
    }

    @Test
    void itIsOnePhysicians() throws Exception {
        Callable<Long> asReyes = () -> again(reyes);
        Callable<Long> asQuill = () -> again(quill);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(both.invokeAll(List.of(asReyes, asQuill)))
                    .extracting(Future::state)
                    .containsExactlyInAnyOrder(Future.State.SUCCESS, Future.State.FAILED);
        }
    }

    @Test
    void itIsNotPutOffNorHandedOn() {
        var fence = again(reyes);
        assertThatThrownBy(
                        () ->
                                does(
                                        reyes,
                                        () -> casework.handOver(request, reyes, fence, quill, "x")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> does(reyes, () -> casework.ask(request, reyes, fence, "Why?")))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("decided before");
        assertThat(stageOf(request)).contains(CaseStage.CLAIMED);
    }

    @Test
    void itsTimePromisedIsLongKept() {
        clock.passes(Duration.ofDays(30));
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
        again(reyes);
        Actors.asTheProgram(() -> intake.ring(request));
        assertThat(as(reyes, () -> queue.open(request, reyes)).row().overdue()).isFalse();
        assertThat(
                        asProgram(
                                "select count(*) from review.review_case where id = ? and overdue_since is not null",
                                request))
                .isZero();
    }

    /**
     * No visit, no place of today, no report of today: a harmful treatment may be stopped still.
     */
    @Test
    void itNeedsNoNewVisitButALicense() {
        clock.passes(Duration.ofDays(30));
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
        assertThat(again(reyes)).isPositive();
        does(reyes, () -> queue.release(request, reyes));

        elsewhere.announcesSuspension(quill, clock.instant(), clock.instant());
        assertThat(as(quill, () -> queue.takeUpAgain(request, quill)))
                .isInstanceOfSatisfying(
                        ClaimOutcome.Stopped.class,
                        stopped ->
                                assertThat(stopped.judgement().stops())
                                        .extracting(stop -> stop.row())
                                        .containsExactly("D05"));
        assertThat(stageOf(request)).contains(CaseStage.DECIDED);
    }

    @Test
    void itIsNothingToWhoMayNotServeThere() {
        var stranger = PhysicianId.next();
        elsewhere.aPhysician(stranger, clock.instant(), UsState.NJ);
        assertThatThrownBy(() -> again(stranger)).isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(() -> as(quill, () -> queue.takeUpAgain(RequestId.next(), quill)))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void whatWaitsIsNotTakenUpAgain() {
        var waiting = aWaitingCase();
        assertThatThrownBy(() -> as(reyes, () -> queue.takeUpAgain(waiting, reyes)))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update review.review_case set stage = 'WAITING' where id = ?",
                "update review.review_case set risk = 'HIGH' where id = ?",
                "update review.review_case set stage = 'CLAIMED', fence = fence + 1, again = true,"
                        + " claimed_by = gen_random_uuid(), claimed_until = now() where id = ?",
                "update review.review_case set stage = 'CLAIMED', fence = fence + 1,"
                        + " claimed_by = house.actor_id(), claimed_until = now() where id = ?",
            })
    void theDatabaseMovesADecidedCaseNowhereElse(String sql) {
        assertThatThrownBy(() -> written(sql)).rootCause().hasMessageContaining("is decided");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update review.review_case set stage = 'WAITING', again = false, claimed_by = null,"
                        + " claimed_until = null where id = ?",
                "update review.review_case set stage = 'DECIDED', again = false, claimed_by = null,"
                        + " claimed_until = null where id = ?",
            })
    void norAnybodyElseWhatWasTakenUp(String sql) {
        again(reyes);
        assertThatThrownBy(() -> written(sql))
                .rootCause()
                .message()
                .containsAnyOf("was decided before", "only its holder");
    }

    private void written(String sql) {
        does(
                quill,
                () ->
                        transaction.executeWithoutResult(
                                _ -> jdbc.sql(sql).param(request.value()).update()));
    }

    private long again(PhysicianId physician) {
        return as(physician, () -> queue.takeUpAgain(request, physician))
                        instanceof ClaimOutcome.Claimed claimed
                ? claimed.fence()
                : -1;
    }

    private void decides(PhysicianId physician, long fence) {
        does(
                physician,
                () ->
                        transaction.executeWithoutResult(
                                _ -> {
                                    queue.lockForDecision(request, physician, fence);
                                    queue.decided(request, physician, fence);
                                }));
    }
}
