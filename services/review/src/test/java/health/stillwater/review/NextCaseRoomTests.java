package health.stillwater.review;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** Each test has a state to itself, for the queue of all the others stands in the same database. */
class NextCaseRoomTests extends ReviewRoom {

    @Test
    void theNextIsTheOneOfHighestRiskAndOfThoseTheSoonestDue() {
        serving(UsState.WY);
        var usual = aCase(UsState.WY, Risk.USUAL, 1);
        var raised = aCase(UsState.WY, Risk.RAISED, 20);
        var high = aCase(UsState.WY, Risk.HIGH, 30);
        var sooner = aCase(UsState.WY, Risk.HIGH, 29);

        assertThat(IntStream.range(0, 4).mapToObj(_ -> next(reyes)))
                .containsExactly(sooner, high, raised, usual);
    }

    @Test
    void riskCountsAcrossTheStatesAPhysicianServes() {
        elsewhere.aPhysician(reyes, clock.instant(), UsState.SD, UsState.WV);
        var sooner = aCase(UsState.SD, Risk.USUAL, 1);
        var graver = aCase(UsState.WV, Risk.HIGH, 30);

        assertThat(List.of(next(reyes), next(reyes))).containsExactly(graver, sooner);
    }

    @Test
    void nothingIsOfferedWhereThePhysicianMayNotPrescribe() {
        serving(UsState.MT);
        aCase(UsState.ND, Risk.HIGH, 1);

        assertThat(as(reyes, () -> queue.next(reyes)))
                .isEqualTo(new NextOutcome.Nothing(List.of()));
    }

    @Test
    void whatIsKeptForOneIsOfferedToNobodyElseUntilItsTime() {
        serving(UsState.ID);
        var kept = aCase(UsState.ID, Risk.USUAL, 24);
        keptFor(reyes, kept);

        assertThat(as(quill, () -> queue.next(quill)))
                .isEqualTo(new NextOutcome.Nothing(List.of()));
        clock.passes(Duration.ofHours(6).minusSeconds(1));
        Actors.asTheProgram(() -> intake.keepNoLonger(kept));
        assertThat(as(quill, () -> queue.next(quill)))
                .isEqualTo(new NextOutcome.Nothing(List.of()));
        clock.passes(Duration.ofSeconds(1));
        Actors.asTheProgram(() -> intake.keepNoLonger(kept));
        freshFor(kept);
        assertThat(next(quill)).isEqualTo(kept);
    }

    @Test
    void ofOneRiskALateCaseComesFirstThenOnesOwnThenTheRest() {
        serving(UsState.UT);
        var others = aCase(UsState.UT, Risk.USUAL, 5);
        var own = aCase(UsState.UT, Risk.USUAL, 24);
        keptFor(reyes, own);
        var late = aCase(UsState.UT, Risk.USUAL, -1);

        assertThat(IntStream.range(0, 3).mapToObj(_ -> next(reyes)))
                .containsExactly(late, own, others);
    }

    @Test
    void whatTheGateStopsIsPutAsideAndTheNextOneTried(AssertablePublishedEvents published) {
        serving(UsState.NV);
        var stopped = aCase(UsState.NV, Risk.HIGH, 1);
        elsewhere.visited(reyes, stopped, clock.instant()); // no monitoring report: D17
        var free = aCase(UsState.NV, Risk.USUAL, 9);

        assertThat(next(reyes)).isEqualTo(free);
        assertThat(published).contains(ClaimStopped.class).matching(ClaimStopped::request, stopped);
        assertThat(stageOf(stopped)).contains(CaseStage.WAITING);
        assertThat(as(reyes, () -> queue.next(reyes)))
                .as("not tried again")
                .isEqualTo(new NextOutcome.Nothing(List.of()));

        elsewhere.pdmpRead(reyes, stopped, clock.instant());
        Actors.asTheProgram(() -> queue.recheck(stopped));
        inState(stopped, UsState.NV);
        assertThat(next(reyes)).as("something is new").isEqualTo(stopped);
    }

    @Test
    void whoIsToldNothingIsToldWhatWasPutAsideAndWhy() {
        serving(UsState.OR);
        for (int i = 0; i < 7; i++) {
            elsewhere.visited(reyes, aCase(UsState.OR, Risk.USUAL, i + 1), clock.instant());
        }

        assertThat(as(reyes, () -> queue.next(reyes)))
                .isInstanceOfSatisfying(
                        NextOutcome.Nothing.class,
                        nothing -> {
                            assertThat(nothing.putAside()).hasSize(5);
                            assertThat(nothing.putAside().getFirst().because())
                                    .singleElement()
                                    .asString()
                                    .startsWith("D17");
                        });
    }

    @Test
    void whoHoldsFiveFinishesOneFirst() {
        serving(UsState.NM);
        var held =
                IntStream.range(0, 6)
                        .mapToObj(hour -> aCase(UsState.NM, Risk.USUAL, hour + 1))
                        .toList();
        for (int i = 0; i < 5; i++) {
            next(reyes);
            clock.passes(Duration.ofSeconds(1));
        }

        assertThat(as(reyes, () -> queue.next(reyes)))
                .isEqualTo(new NextOutcome.Unfinished(held.getFirst()));
    }

    @Test
    void anAlarmComesBeforeEveryCaseAndToOnePhysicianOnly() {
        aWaitingCaseIn(UsState.KS);
        serving(UsState.KS);
        Actors.asTheProgram(
                () -> queue.openFollowUp(patient, FollowUpReason.ALARMING_ANSWER, "message 9"));

        assertThat(as(reyes, () -> queue.next(reyes))).isInstanceOf(NextOutcome.Urgent.class);
        assertThat(as(quill, () -> queue.next(quill))).isNotInstanceOf(NextOutcome.Urgent.class);
        clock.passes(Duration.ofMinutes(31));
        assertThat(as(quill, () -> queue.next(quill))).isInstanceOf(NextOutcome.Urgent.class);
    }

    @Test
    void ofTwoWhoAskAtOnceEachGetsAnotherCaseFiftyTimes() throws Exception {
        serving(UsState.ME);
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 50; round++) {
                var one = aCase(UsState.ME, Risk.USUAL, 1);
                var other = aCase(UsState.ME, Risk.USUAL, 2);
                elsewhere.seenByWhoeverAsks(one, clock.instant());
                elsewhere.seenByWhoeverAsks(other, clock.instant());
                var start = new CyclicBarrier(2);
                var first = pool.submit(() -> asking(reyes, start));
                var second = pool.submit(() -> asking(quill, start));

                assertThat(List.of(first.get(), second.get()))
                        .containsExactlyInAnyOrder(one, other);
                does(reyes, () -> List.of(one, other).forEach(id -> queue.release(id, reyes)));
                does(quill, () -> List.of(one, other).forEach(id -> queue.release(id, quill)));
                outOfTheWay(one, other);
            }
        }
    }

    /** However many of the first are in colleagues' hands at that instant. */
    @Test
    void whoAsksWhileOthersAreBeingTakenWaitsForNobodyAndGetsTheFirstThatIsNot() {
        serving(UsState.RI);
        var waiting =
                IntStream.range(0, 6).mapToObj(n -> aCase(UsState.RI, Risk.USUAL, n + 1)).toList();
        for (var taken : List.of(5, 3, 1)) {
            Actors.asTheProgram(
                    () ->
                            transaction.executeWithoutResult(
                                    _ -> {
                                        waiting.subList(0, taken).forEach(cases::locked);
                                        assertThat(supplyAsync(() -> next(reyes)).join())
                                                .isEqualTo(waiting.get(taken));
                                    }));
        }
    }

    private RequestId asking(PhysicianId physician, CyclicBarrier start) throws Exception {
        start.await();
        return next(physician);
    }

    @Test
    void theListIsReadPageByPageInOrderAndNarrowed() {
        serving(UsState.VT);
        var all = new ArrayList<RequestId>();
        for (int i = 0; i < 60; i++) {
            all.add(aCase(UsState.VT, i < 3 ? Risk.HIGH : Risk.USUAL, i % 3 == 2 ? -1 : 5));
        }

        var listed = allFor(reyes);
        assertThat(listed).extracting(QueueRow::caseId).containsExactlyInAnyOrderElementsOf(all);
        assertThat(listed)
                .isSortedAccordingTo(
                        (one, other) ->
                                one.risk() != other.risk()
                                        ? one.risk().compareTo(other.risk())
                                        : one.dueAt().compareTo(other.dueAt()));
        var first = as(reyes, () -> queue.waitingFor(reyes, QueueFilter.ALL));
        assertThat(first.waiting()).hasSize(QueueListing.PAGE);
        assertThat(first.count()).isEqualTo(60);
        assertThat(narrowed(new QueueFilter(null, Risk.HIGH, null, false, null))).isEqualTo(3);
        assertThat(narrowed(new QueueFilter(null, null, null, true, null))).isEqualTo(20);
        assertThat(narrowed(new QueueFilter(null, null, CaseKind.RENEWAL, false, null))).isZero();
        assertThat(narrowed(new QueueFilter(UsState.FL, null, null, false, null))).isZero();
    }

    private long narrowed(QueueFilter filter) {
        return as(reyes, () -> queue.waitingFor(reyes, filter)).count();
    }

    private void serving(UsState state) {
        elsewhere.aPhysician(reyes, clock.instant(), state);
        elsewhere.aPhysician(quill, clock.instant(), state);
    }

    private RequestId next(PhysicianId physician) {
        var outcome = as(physician, () -> queue.next(physician));
        assertThat(outcome).isInstanceOf(NextOutcome.Claimed.class);
        return ((NextOutcome.Claimed) outcome).caseId();
    }

    private RequestId aCase(UsState state, Risk risk, int dueInHours) {
        var request = aWaitingCaseIn(state);
        sql(
                "update review.review_case set risk = ?, due_at = ? where id = ?",
                risk.name(),
                clock.instant()
                        .plus(Duration.ofHours(dueInHours))
                        .atOffset(java.time.ZoneOffset.UTC),
                request.value());
        return request;
    }

    private void keptFor(PhysicianId physician, RequestId request) {
        Actors.asTheProgram(
                () ->
                        transaction.executeWithoutResult(
                                _ ->
                                        cases.locked(request)
                                                .orElseThrow()
                                                .keepFor(physician, clock.instant())));
    }

    /** What was seen hours ago is seen again, by whoever asks. */
    private void freshFor(RequestId request) {
        var now = clock.instant();
        elsewhere.aPatientSeenBy(reyes, patient, request, now);
        elsewhere.seenByWhoeverAsks(request, now);
        serving(UsState.ID);
    }

    private void inState(RequestId request, UsState state) {
        sql("update review.review_case set state = ? where id = ?", state.name(), request.value());
    }

    private void outOfTheWay(RequestId... requests) {
        for (var request : new HashSet<>(List.of(requests))) {
            inState(request, UsState.AK);
        }
    }

    private void sql(String sql, Object... params) {
        Actors.asTheProgram(
                () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).params(params).update()));
    }
}
