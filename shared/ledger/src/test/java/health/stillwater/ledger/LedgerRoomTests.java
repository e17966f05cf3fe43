package health.stillwater.ledger;

import static health.stillwater.testing.Actors.as;
import static health.stillwater.testing.Actors.asTheProgram;
import static health.stillwater.testing.Actors.patient;
import static health.stillwater.testing.Actors.physician;
import static health.stillwater.testing.Actors.staff;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.testing.RoomTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class LedgerRoomTests {

    static final Actor PHYSICIAN = physician(PhysicianId.next());
    static final Actor COMPLIANCE = staff(Actor.Kind.COMPLIANCE);

    @Autowired Ledger ledger;

    @Autowired TransactionTemplate transaction;

    @Autowired JdbcClient jdbc;

    @Test
    void keepsLeavesAsTheyWereAppended() {
        long index = append("{\"decision\":\"approve\"}");

        assertThat(as(PHYSICIAN, () -> ledger.leaf(index)))
                .isEqualTo("{\"decision\":\"approve\"}".getBytes(UTF_8));
        assertThat(append("{}")).isEqualTo(index + 1);
        assertThat(as(PHYSICIAN, ledger::size)).isEqualTo(index + 2);
    }

    @Test
    void appendsOnlyWhereTheCallerDecidesWhetherItHappened() {
        assertThatThrownBy(() -> as(PHYSICIAN, () -> ledger.append(new byte[0])))
                .isInstanceOf(IllegalTransactionStateException.class);

        long before = as(PHYSICIAN, ledger::size);
        as(
                PHYSICIAN,
                () ->
                        transaction.execute(
                                status -> {
                                    status.setRollbackOnly();
                                    return ledger.append("{}".getBytes(UTF_8));
                                }));
        assertThat(as(PHYSICIAN, ledger::size)).isEqualTo(before);
    }

    @Test
    void aLeafIsOneLine() {
        assertThatThrownBy(() -> append("{\n}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesAreForThoseWhoSignAndThoseWhoCheck() {
        long index = append("{}");

        assertThat(as(COMPLIANCE, () -> ledger.leaf(index))).isNotEmpty();
        for (var other :
                new Actor[] {patient(PatientId.next()), staff(Actor.Kind.BILLING), Actor.NOBODY}) {
            assertThatThrownBy(() -> as(other, () -> ledger.leaf(index)))
                    .isInstanceOf(Refusal.Missing.class);
            assertThatThrownBy(
                            () ->
                                    as(
                                            other,
                                            () ->
                                                    transaction.execute(
                                                            status -> ledger.append(new byte[0]))))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> as(PHYSICIAN, ledger::verify))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void proofsHoldForTheBytesAndTheSignedRoot() {
        append("{\"a\":1}");
        long index = append("{\"b\":1}");
        var earlier = as(PHYSICIAN, ledger::checkpoint);
        append("{\"c\":1}");
        var later = as(PHYSICIAN, ledger::checkpoint);

        var proof = as(PHYSICIAN, () -> ledger.inclusion(index, later.size()));
        assertThat(proof.holds("{\"b\":1}".getBytes(UTF_8), later.root())).isTrue();
        assertThat(proof.holds("{\"b\":2}".getBytes(UTF_8), later.root())).isFalse();
        assertThat(proof.holds("{\"b\":1}".getBytes(UTF_8), earlier.root())).isFalse();
        var growth = as(PHYSICIAN, () -> ledger.consistency(earlier.size(), later.size()));
        assertThat(
                        ProofCheck.consistency(
                                earlier.size(), later.size(), earlier.root(), later.root(), growth))
                .isTrue();
        assertThatThrownBy(() -> as(PHYSICIAN, () -> ledger.inclusion(index, later.size() + 1)))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void manyAtOnceLeaveNoGap() throws Exception {
        long before = as(PHYSICIAN, ledger::size);
        var work = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 40; i++) {
            var leaf = "{\"n\":" + i + "}";
            boolean fails = i % 4 == 3;
            work.add(
                    () ->
                            as(
                                    PHYSICIAN,
                                    () ->
                                            transaction.execute(
                                                    status -> {
                                                        if (fails) {
                                                            status.setRollbackOnly();
                                                        }
                                                        return fails
                                                                ? -1
                                                                        - ledger.append(
                                                                                leaf.getBytes(
                                                                                        UTF_8))
                                                                : ledger.append(
                                                                        leaf.getBytes(UTF_8));
                                                    })));
        }
        var numbers = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(work)) {
                numbers.add(done.get());
            }
        }

        assertThat(as(COMPLIANCE, ledger::verify)).isInstanceOf(Verification.Sound.class);
        assertThat(as(PHYSICIAN, () -> ledger.indexes(numbers)).values())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(before, before + 30).boxed().toList());
    }

    @Test
    void aLeafIsInTheLogOnlyOnceItIsCommittedAndHasItsPlace() {
        long number =
                as(
                        PHYSICIAN,
                        () ->
                                transaction.execute(
                                        status -> {
                                            long written = ledger.append("{}".getBytes(UTF_8));
                                            assertThat(ledger.indexes(List.of(written))).isEmpty();
                                            return written;
                                        }));

        long index = as(PHYSICIAN, () -> ledger.index(number));

        assertThat(as(PHYSICIAN, ledger::size)).isGreaterThan(index);
        assertThatThrownBy(() -> as(PHYSICIAN, () -> ledger.index(number + 1_000_000)))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void whatIsCommittedGetsItsPlaceWithoutBeingAskedFor() {
        long number =
                as(
                        PHYSICIAN,
                        () -> transaction.execute(status -> ledger.append("{}".getBytes(UTF_8))));

        await().atMost(Duration.ofSeconds(40))
                .until(() -> as(PHYSICIAN, () -> ledger.indexes(List.of(number))).size() == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.leaf set bytes = 'x'",
                "delete from ledger.leaf",
                "truncate ledger.leaf cascade",
                "update ledger.hash set leaf = root",
                "delete from ledger.hash",
                "update ledger.checkpoint set note = ''",
                "delete from ledger.checkpoint",
                "delete from ledger.head",
                "insert into ledger.head (only_one, size, frontier) values (true, 0, '')",
                "update ledger.head set size = size + 1, frontier = frontier",
                "update ledger.head set size = 0, frontier = ''",
                "insert into ledger.hash (index, number, leaf, root) select 1000000, number, leaf, root from ledger.hash",
                "insert into ledger.hash (index, number, leaf, root) select (select size + 1 from ledger.head),"
                        + " max(number), sha256(''), sha256('') from ledger.leaf",
                "insert into ledger.leaf (number, bytes, appended_at) overriding system value values (1, '', now())",
                "update ledger.tile set hash = sha256('')",
                "delete from ledger.tile",
                "alter table ledger.leaf disable trigger all",
            })
    void theApplicationCannotChangeWhatWasWritten(String sql) {
        append("{}");
        asTheProgram(ledger::checkpoint);

        assertThatThrownBy(
                        () ->
                                asTheProgram(
                                        () ->
                                                transaction.executeWithoutResult(
                                                        status -> jdbc.sql(sql).update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void soundIsTheLogWithItsRootAndItsCheckpoints() {
        append("{}");
        var checkpoint = as(PHYSICIAN, ledger::checkpoint);

        assertThat(as(COMPLIANCE, ledger::verify))
                .isInstanceOfSatisfying(
                        Verification.Sound.class,
                        sound -> {
                            assertThat(sound.size()).isEqualTo(checkpoint.size());
                            assertThat(sound.root())
                                    .isEqualTo(HexFormat.of().formatHex(checkpoint.root()));
                            assertThat(sound.checkpoints()).isPositive();
                        });
    }

    @Test
    void showsTheLatestCheckpointsAndThatTheyHold() {
        append("{}");
        var earlier = as(PHYSICIAN, ledger::checkpoint);
        append("{}");
        var later = as(PHYSICIAN, ledger::checkpoint);

        assertThat(as(COMPLIANCE, () -> ledger.checkpoints(2)))
                .allMatch(KeptCheckpoint::holds)
                .extracting(KeptCheckpoint::size, KeptCheckpoint::root, KeptCheckpoint::note)
                .containsExactly(
                        tuple(later.size(), HexFormat.of().formatHex(later.root()), later.note()),
                        tuple(
                                earlier.size(),
                                HexFormat.of().formatHex(earlier.root()),
                                earlier.note()));
    }

    /** The index it comes to. */
    private long append(String leaf) {
        long number =
                as(
                        PHYSICIAN,
                        () -> transaction.execute(status -> ledger.append(leaf.getBytes(UTF_8))));
        return as(PHYSICIAN, () -> ledger.index(number));
    }
}
