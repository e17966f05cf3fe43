package health.stillwater.review;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ten physicians take case after case of one state, as fast as they can. */
class AllAtOnceRoomTests extends ReviewRoom {

    private static final int CASES = 3_000;
    private static final int PHYSICIANS = 10;

    @Autowired NextCase next;

    /** Between a search and its lock a colleague may have taken what was found. */
    @Test
    void eachCaseIsTakenOnceAndNobodyIsOfferedWhatAColleagueJustTook() {
        waiting();
        try (var pool = Executors.newFixedThreadPool(PHYSICIANS)) {
            var shifts =
                    Stream.generate(() -> supplyAsync(this::shift, pool))
                            .limit(PHYSICIANS)
                            .toList();

            assertThat(shifts.stream().flatMap(shift -> shift.join().stream()))
                    .hasSize(CASES)
                    .doesNotHaveDuplicates();
        }
    }

    private List<RequestId> shift() {
        var me = PhysicianId.next();
        var taken = new ArrayList<RequestId>();
        for (var one = takes(me); one.isPresent(); one = takes(me)) {
            taken.add(one.get());
        }
        return taken;
    }

    private Optional<RequestId> takes(PhysicianId me) {
        return as(me, () -> transaction.execute(_ -> pickedAndClaimed(me)));
    }

    private Optional<RequestId> pickedAndClaimed(PhysicianId me) {
        var picked = next.pick(me, List.of(UsState.DE), clock.instant());
        picked.ifPresent(
                id ->
                        jdbc.sql(
                                        """
                                        update review.review_case set stage = 'CLAIMED', claimed_by = ?, fence = fence + 1,
                                            claimed_until = clock_timestamp() + interval '30 minutes' where id = ?
                                        """)
                                .params(me.value(), id.value())
                                .update());
        return picked;
    }

    private void waiting() {
        Actors.asTheProgram(
                () ->
                        transaction.executeWithoutResult(
                                _ ->
                                        jdbc.sql(
                                                        """
                                                        insert into review.review_case (id, patient_id, state,
                                                            visit_physician_id, stage, risk, opened_at, due_at, fence, version)
                                                        select gen_random_uuid(), gen_random_uuid(), 'DE', gen_random_uuid(),
                                                            'WAITING', 'USUAL', now(), now() + n * interval '1 second', 0, 0
                                                          from generate_series(1, ?) n
                                                        """)
                                                .param(CASES)
                                                .update()));
    }
}
