package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.Seen;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import health.stillwater.visits.PdmpReviewed;
import health.stillwater.visits.VisitFinished;
import health.stillwater.visits.VisitId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.AssertablePublishedEvents;

class ReviewRoomTests extends ReviewRoom {

    @Test
    void aFinishedVisitOpensACaseAndTheGateLetsItIn() {
        var request = RequestId.next();
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());

        happens(new VisitFinished(new VisitId(UUID.randomUUID()), request, patient, reyes, clock.instant()));

        waitUntil(request, CaseStage.WAITING);
        assertThat(rowsOf(request)).singleElement().satisfies(row -> assertThat(row.known()).isTrue());
    }

    @Test
    void aVisitThatWasNotLiveVideoOpensNoCase() {
        var request = RequestId.next();
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        elsewhere.visitedByPhone(reyes, request, clock.instant());

        happens(new VisitFinished(new VisitId(UUID.randomUUID()), request, patient, reyes, clock.instant()));
        waitUntilAllNewsIsHeard();

        assertThat(stageOf(request)).isEmpty();
    }

    @Test
    void aCaseWithoutItsMonitoringReportIsHeldUntilItIsRead() {
        var request = RequestId.next();
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        elsewhere.visited(reyes, request, clock.instant());
        var visit = new VisitFinished(new VisitId(UUID.randomUUID()), request, patient, reyes, clock.instant());
        happens(visit);
        waitUntil(request, CaseStage.HELD);

        assertThat(as(reyes, () -> queue.open(request, reyes)).heldBecause())
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).startsWith("D17: "));
        assertThat(as(quill, () -> queue.waitingFor(quill))).noneMatch(row -> row.caseId().equals(request));
        assertThatThrownBy(() -> as(quill, () -> queue.open(request, quill))).isInstanceOf(Refusal.Missing.class);

        elsewhere.pdmpRead(reyes, request, clock.instant());
        happens(new PdmpReviewed(request, patient, reyes, UsState.FL, clock.instant()));
        waitUntil(request, CaseStage.WAITING);

        happens(visit);
        waitUntilAllNewsIsHeard();
        assertThat(judgementsOf(request)).isEqualTo(2);
    }

    @Test
    void aPatientWhoThinksOfSelfHarmComesFirst() {
        var request = aWaitingCase();
        elsewhere.thinksOfSelfHarm(request);

        Actors.asTheProgram(() -> queue.recheck(request));

        assertThat(rowsOf(request)).singleElement().satisfies(row -> assertThat(row.risk()).isEqualTo(Risk.HIGH));
    }

    @Test
    void aPhysicianWithoutTheLicenseNeitherSeesNorReachesTheCase() {
        var request = aWaitingCase();
        elsewhere.aPhysician(quill, clock.instant(), UsState.NJ);

        assertThat(as(quill, () -> queue.waitingFor(quill))).isEmpty();
        assertThatThrownBy(() -> as(quill, () -> queue.open(request, quill))).isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(() -> as(quill, () -> queue.claim(request, quill))).isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void aPhysicianAsksForNobodyElse() {
        var request = aWaitingCase();

        assertThatThrownBy(() -> as(quill, () -> queue.claim(request, reyes))).isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(() -> as(quill, () -> queue.waitingFor(reyes))).isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void theGateStopsAClaimAndNothingIsClaimed(AssertablePublishedEvents published) {
        var request = aWaitingCase();

        var outcome = as(quill, () -> queue.claim(request, quill));

        assertThat(outcome).isInstanceOfSatisfying(ClaimOutcome.Stopped.class, stopped -> assertThat(
                        stopped.judgement().stops())
                .extracting("row")
                .contains("D02"));
        assertThat(stageOf(request)).contains(CaseStage.WAITING);
        assertThat(published).contains(ClaimStopped.class);
    }

    @Test
    void lookingAtACaseLeavesATrace(AssertablePublishedEvents published) {
        var request = aWaitingCase();

        var view = as(reyes, () -> queue.open(request, reyes));

        assertThat(view.judgement().stops()).isEmpty();
        assertThat(published).contains(Seen.class).matching(Seen::subject, patient);
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

                assertThat(Stream.of(one.get(), other.get()).sorted()).containsExactly("overtaken", "won");
                assertThat(fenceInDatabase(request)).isEqualTo(1);
            }
        }
    }

    private Callable<String> claiming(RequestId request, PhysicianId physician, CyclicBarrier start) {
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
    void aPatientSeesTheStageOfTheirOwnCaseAndNoOther() {
        var request = aWaitingCase();

        assertThat(Actors.as(Actors.patient(patient), () -> queue.stageOf(request))).contains(CaseStage.WAITING);
        assertThat(Actors.as(Actors.patient(PatientId.next()), () -> queue.stageOf(request))).isEmpty();
    }

    @Test
    void theDatabaseLetsNoFenceGoBack() {
        var request = aWaitingCase();
        fenceOf(request, reyes);

        assertThatThrownBy(() -> Actors.asTheProgram(() -> transaction.executeWithoutResult(_ -> jdbc.sql(
                                "update review.review_case set fence = 0 where id = ?")
                        .param(request.value())
                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the fence only grows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update review.judgement set allowed = true", "delete from review.judgement"})
    void whatTheGateSaidIsNotChangedAfterwards(String sql) {
        var request = aWaitingCase();
        fenceOf(request, reyes);
        assertThat(judgementsOf(request)).isEqualTo(1);

        assertThatThrownBy(() -> Actors.asTheProgram(() -> transaction.executeWithoutResult(
                        _ -> jdbc.sql(sql).update())))
                .isInstanceOf(DataAccessException.class);
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

    private List<QueueRow> rowsOf(RequestId request) {
        return as(reyes, () -> queue.waitingFor(reyes)).stream()
                .filter(row -> row.caseId().equals(request))
                .toList();
    }

    private long judgementsOf(RequestId request) {
        return asProgram("select count(*) from review.judgement where case_id = ?", request);
    }

    private long fenceInDatabase(RequestId request) {
        return asProgram("select fence from review.review_case where id = ?", request);
    }

    private long asProgram(String sql, RequestId request) {
        return Actors.as(Actor.system("test"), () -> transaction.execute(_ -> jdbc.sql(sql)
                .param(request.value())
                .query(Long.class)
                .single()));
    }
}
