package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/**
 * Many physicians claim, decide, give back, leave, put off and lose the same few cases at once. Run
 * with {@code -Dstorm.operations=100000} for the full number.
 */
class ClaimStormRoomTests extends ReviewRoom {

    private static final int OPERATIONS = Integer.getInteger("storm.operations", 1500);
    private static final int PHYSICIANS = 8;
    private static final int CASES = 24;
    private static final int A_ROUND = 2000;

    @Autowired ClaimHistory history;

    private final Map<RequestId, PhysicianId> decidedBy = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> done = new ConcurrentHashMap<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger(OPERATIONS);
    private final List<RequestId> requests =
            java.util.Collections.synchronizedList(new ArrayList<>());

    @Test
    void noCaseIsHeldByTwoNorDecidedTwiceInAStorm() throws Exception {
        elsewhere.everyRequestIsOf(patient, clock.instant());
        var physicians = Stream.generate(PhysicianId::next).limit(PHYSICIANS).toList();
        for (var each : physicians) {
            elsewhere.aPhysician(each, clock.instant(), UsState.HI);
        }
        for (int i = 0; i < CASES; i++) {
            requests.add(aCaseForEverybody());
        }
        for (int seed = 0; left.get() > 0; seed++) {
            turns.set(Math.min(A_ROUND, left.get()));
            left.addAndGet(-turns.get());
            round(physicians, seed);
            Mockito.clearInvocations(enrollment, visits, licensing); // a mock remembers every call
        }

        assertThat(faults()).isEmpty();
        assertThat(done.keySet()).contains("claimed", "decided", "released", "expired", "refused");
        System.out.println("storm of " + OPERATIONS + ": " + done);
    }

    /** A checker that finds nothing proves nothing until it has found something. */
    @Test
    void theCheckerFindsAPlantedRace() {
        var request = aWaitingCase();
        var fence = fenceOf(request, reyes);
        planted(request, "WAITING", "CLAIMED", fence, quill);
        planted(request, "CLAIMED", "DECIDED", fence, reyes);

        assertThat(faults())
                .filteredOn(fault -> fault.contains(request.toString()))
                .satisfiesExactly(
                        first -> assertThat(first).contains("does not begin where"),
                        second -> assertThat(second).contains("by who does not hold it"));
        forgotten(request);
    }

    private void round(List<PhysicianId> physicians, int seed) throws Exception {
        try (var pool = Executors.newFixedThreadPool(PHYSICIANS)) {
            var running = new ArrayList<Future<?>>();
            for (var me : physicians) {
                var chance = new Random(seed * 100L + running.size());
                running.add(pool.submit(() -> works(me, physicians, chance)));
            }
            for (var each : running) {
                each.get();
            }
        }
    }

    private Void works(PhysicianId me, List<PhysicianId> physicians, Random chance) {
        while (turns.getAndDecrement() > 0) {
            var id = requests.get(chance.nextInt(requests.size()));
            try {
                acts(chance.nextInt(10), id, me, physicians.get(chance.nextInt(PHYSICIANS)));
            } catch (Refusal refused) {
                count("refused");
            } catch (DataAccessException refused) {
                count("refused by the database: " + refused.getClass().getSimpleName());
            }
        }
        return null;
    }

    private void acts(int which, RequestId id, PhysicianId me, PhysicianId colleague) {
        switch (which) {
            case 0, 1, 2 -> claims(id, me);
            case 3, 4 -> {
                if (as(me, () -> queue.next(me)) instanceof NextOutcome.Claimed) {
                    count("claimed");
                }
            }
            case 5 -> decides(id, me);
            case 6 -> {
                does(me, () -> queue.release(id, me));
                count("released");
            }
            case 7 -> expires(id);
            case 8 -> {
                as(me, () -> queue.renew(id, me, fenceSeen(id)));
                count("renewed");
            }
            default -> {
                does(me, () -> casework.handOver(id, me, fenceSeen(id), colleague, "x"));
                count("handed over");
            }
        }
    }

    private void claims(RequestId id, PhysicianId me) {
        if (as(me, () -> queue.claim(id, me)) instanceof ClaimOutcome.Claimed) {
            count("claimed");
        }
    }

    private void decides(RequestId id, PhysicianId me) {
        var fence = fenceSeen(id);
        does(
                me,
                () ->
                        transaction.executeWithoutResult(
                                _ -> {
                                    queue.lockForDecision(id, me, fence);
                                    queue.decided(id, me, fence);
                                }));
        count("decided");
        assertThat(decidedBy.putIfAbsent(id, me)).as("decided once").isNull();
        requests.set(requests.indexOf(id), aCaseForEverybody());
    }

    private void expires(RequestId id) {
        Actors.asTheProgram(
                () -> {
                    transaction.executeWithoutResult(
                            _ ->
                                    jdbc.sql(
                                                    "update review.review_case set claimed_until = ? where id = ? and stage = 'CLAIMED'")
                                            .params(
                                                    clock.instant().atOffset(ZoneOffset.UTC),
                                                    id.value())
                                            .update());
                    intake.takeBack(id);
                });
        count("expired");
    }

    private long fenceSeen(RequestId id) {
        return asProgram("select fence from review.review_case where id = ?", id);
    }

    private RequestId aCaseForEverybody() {
        var request = RequestId.next();
        Actors.asTheProgram(() -> waits(request, UsState.HI));
        return request;
    }

    private void count(String what) {
        done.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    private List<String> faults() {
        return Actors.as(
                Actor.system("test"),
                () -> transaction.execute(_ -> history.faults(Instant.EPOCH)));
    }

    private void planted(RequestId id, String from, String to, long fence, PhysicianId by) {
        asOwner(
                "insert into review.move (case_id, patient_id, from_stage, to_stage, fence, physician_id, actor_kind)"
                        + " values ('%s', '%s', '%s', '%s', %d, '%s', 'PHYSICIAN')"
                                .formatted(id, patient, from, to, fence, by));
    }

    private void forgotten(RequestId id) {
        asOwner(
                "alter table review.move disable trigger append_only",
                "delete from review.move where case_id = '" + id + "'",
                "alter table review.move enable trigger append_only");
    }

    /** Past the program and the application's own rights. */
    private void asOwner(String... statements) {
        try (var connection =
                        java.sql.DriverManager.getConnection(
                                address, "stillwater_owner", "stillwater_owner");
                var statement = connection.createStatement()) {
            statement.execute("set house.actor_kind = 'SYSTEM'");
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (java.sql.SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    @org.springframework.beans.factory.annotation.Value("${spring.datasource.url}")
    String address;
}
