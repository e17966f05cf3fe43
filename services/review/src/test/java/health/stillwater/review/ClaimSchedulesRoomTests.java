package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who meets whom at the end of a lease: whatever the order, one physician has the case. */
class ClaimSchedulesRoomTests extends ReviewRoom {

    private static final int ROUNDS = 25;

    @Autowired ClaimHistory history;

    @Test
    void whateverMeetsAtTheEndOfALeaseTheNewHolderAloneHasTheCase() throws Exception {
        try (var pool = Executors.newFixedThreadPool(5)) {
            for (int round = 0; round < ROUNDS; round++) {
                var request = aCaseBothHaveMet();
                var old = fenceOf(request, reyes);
                clock.passes(Hold.LEASE);

                var answers =
                        atOnce(
                                pool,
                                () -> said(() -> fenceOf(request, quill)),
                                () -> said(() -> as(reyes, () -> queue.renew(request, reyes, old))),
                                () -> said(() -> decides(request, old)),
                                () -> said(() -> does(reyes, () -> queue.release(request, reyes))),
                                () -> said(() -> asProgram(() -> intake.takeBack(request))));

                assertThat(answers.subList(0, 3))
                        .as("claimed by one; renewed and decided by nobody")
                        .containsExactly("done", "overtaken", "overtaken");
                assertThat(as(quill, () -> queue.claimOf(request, quill)).orElseThrow().fence())
                        .isEqualTo(old + 1);
                does(quill, () -> queue.decided(request, quill, old + 1));
                clock.standsAt(health.stillwater.testing.TestClock.START);
            }
        }
        assertThat(faults()).isEmpty();
    }

    @Test
    void whoDecidesInTimeIsNotOvertakenByWhoClaims() throws Exception {
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < ROUNDS; round++) {
                var request = aCaseBothHaveMet();
                var fence = fenceOf(request, reyes);
                clock.passes(Hold.LEASE.minus(Duration.ofMillis(1)));

                var answers =
                        atOnce(
                                pool,
                                () -> said(() -> decides(request, fence)),
                                () -> said(() -> fenceOf(request, quill)),
                                () -> said(() -> asProgram(() -> intake.takeBack(request))));

                assertThat(answers).containsExactly("done", "overtaken", "done");
                assertThat(stageOf(request)).contains(CaseStage.DECIDED);
                clock.standsAt(health.stillwater.testing.TestClock.START);
            }
        }
        assertThat(faults()).isEmpty();
    }

    private RequestId aCaseBothHaveMet() {
        var request = aWaitingCase();
        elsewhere.seenByWhoeverAsks(request, clock.instant());
        return request;
    }

    private void decides(RequestId request, long fence) {
        does(
                reyes,
                () ->
                        transaction.executeWithoutResult(
                                _ -> {
                                    queue.lockForDecision(request, reyes, fence);
                                    queue.decided(request, reyes, fence);
                                }));
    }

    private static void asProgram(Runnable work) {
        Actors.asTheProgram(work);
    }

    private static String said(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (Refusal.Overtaken overtaken) {
            return "overtaken";
        }
    }

    @SafeVarargs
    private static List<String> atOnce(ExecutorService pool, Callable<String>... acts)
            throws Exception {
        var start = new CyclicBarrier(acts.length);
        var running = new ArrayList<java.util.concurrent.Future<String>>();
        for (var act : acts) {
            running.add(
                    pool.submit(
                            () -> {
                                start.await();
                                return act.call();
                            }));
        }
        var answers = new ArrayList<String>();
        for (var each : running) {
            answers.add(each.get());
        }
        return answers;
    }

    private List<String> faults() {
        return Actors.as(
                Actor.system("test"),
                () -> transaction.execute(_ -> history.faults(Instant.EPOCH)));
    }
}
