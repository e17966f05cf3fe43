package health.stillwater.ledger;

import static health.stillwater.testing.Actors.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.testing.RoomTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Places are given once each and without a gap, whoever dies, waits or forges. */
@RoomTest
@TestPropertySource(properties = "a-database-of-its-own=sequencer")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SequencerRoomTests {

    static final Actor PROGRAM = Actor.system("test");

    @Autowired Ledger ledger;

    @Autowired Placing placing;

    @Autowired LogSigner signer;

    @Autowired Keyring keys;

    @Autowired PlatformTransactionManager transactions;

    @Autowired TransactionTemplate transaction;

    @Autowired JdbcClient jdbc;

    @Autowired Clock clock;

    /** Here every place is given by a test. */
    @BeforeEach
    void theThreadRests() {
        placing.stop();
    }

    @Test
    @Order(1)
    void twoProcessesAtOnceGiveEachLeafOnePlace() throws Exception {
        var work = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 120; i++) {
            work.add(this::append);
        }
        for (var process : List.of(another(), another(), another())) {
            for (int i = 0; i < 30; i++) {
                work.add(
                        7 * i % work.size(),
                        () -> {
                            process.placeAll();
                            return -1L;
                        });
            }
        }
        var numbers = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(work)) {
                numbers.add(done.get());
            }
        }
        numbers.removeIf(number -> number < 0);
        another().placeAll();

        assertThat(ledger.indexes(numbers).values())
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 120).boxed().toList());
        assertThat(as(PROGRAM, ledger::verify)).isInstanceOf(Verification.Sound.class);
    }

    @Test
    @Order(2)
    void whoIsCommittedLateIsPlacedLate() throws Exception {
        var process = another();
        process.placeAll();
        var written = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(1)) {
            var late =
                    threads.submit(
                            () ->
                                    as(
                                            PROGRAM,
                                            () ->
                                                    transaction.execute(
                                                            _ -> {
                                                                long number = write();
                                                                written.countDown();
                                                                awaited(goOn);
                                                                return number;
                                                            })));
            awaited(written);
            long early = append();
            process.placeAll();
            process.placeAll();
            assertThat(ledger.indexes(List.of(early))).hasSize(1);
            goOn.countDown();
            long number = late.get();
            process.placeAll();

            assertThat(number).isLessThan(early);
            assertThat(ledger.indexes(List.of(number)).get(number))
                    .isGreaterThan(ledger.indexes(List.of(early)).get(early));
        }
    }

    @Test
    @Order(3)
    void whoeverDiesOnTheWayLeavesNothingHalfDone() {
        long size = ledger.size();
        long number = append();
        var dying =
                new Sequencer(
                        new Log(jdbc, clock),
                        new Waiting(jdbc) {
                            @Override
                            void move(Frontier head) {
                                throw new IllegalStateException("killed");
                            }
                        },
                        signer,
                        keys,
                        transactions);

        assertThatThrownBy(dying::placeAll).hasMessage("killed");
        assertThat(ledger.size()).isEqualTo(size);
        assertThat(ledger.indexes(List.of(number))).isEmpty();
        another().placeAll();
        assertThat(ledger.indexes(List.of(number))).containsEntry(number, size);
        assertThat(as(PROGRAM, ledger::verify)).isInstanceOf(Verification.Sound.class);
    }

    /** The last: afterwards the log is not sound any more. */
    @Test
    @Order(4)
    void whatWasNotWrittenByUsGetsNoPlace() {
        long size = ledger.size();
        as(
                PROGRAM,
                () ->
                        transaction.execute(
                                _ ->
                                        jdbc.sql(
                                                        "insert into ledger.leaf (bytes, appended_at, seal)"
                                                                + " select '{\"forged\":1}', appended_at, seal from ledger.leaf limit 1")
                                                .update()));
        long number = append();
        another().placeAll();

        assertThat(ledger.size()).isEqualTo(size + 1);
        assertThat(ledger.indexes(List.of(number))).containsEntry(number, size);
        assertThat(as(PROGRAM, ledger::verify))
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> {
                            assertThat(broken.index()).isEqualTo(size + 1);
                            assertThat(broken.reason()).contains("we did not write");
                        });
    }

    private Sequencer another() {
        return new Sequencer(new Log(jdbc, clock), new Waiting(jdbc), signer, keys, transactions);
    }

    private long append() {
        return as(PROGRAM, () -> transaction.execute(_ -> write()));
    }

    private long write() {
        return ledger.append("{}".getBytes(UTF_8));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
