package health.stillwater.ledger;

import static health.stillwater.testing.Actors.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.testing.RoomTest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A new key takes over the log of the old one, and the old one signs nothing after that. */
@RoomTest
@TestPropertySource(properties = "a-database-of-its-own=rotation")
class KeyRotationRoomTests {

    static final Actor PROGRAM = Actor.system("test");

    @Autowired Ledger ledger;

    @Autowired LogSigner old;

    @Autowired LedgerSettings settings;

    @Autowired PlatformTransactionManager transactions;

    @Autowired JdbcClient jdbc;

    @Autowired Clock clock;

    @Test
    void aNewKeyContinuesTheLogAndTheOldOneEndsThere() {
        append(ledger, "{\"before\":1}");
        long before = as(PROGRAM, ledger::checkpoint).size();
        var fresh = Keys.signer(5);
        var both = new Keyring(List.of(fresh.key(), old.key()));
        var rotated = ledger(fresh, both);

        assertThat(as(PROGRAM, rotated::checkpoint).size()).isEqualTo(before);
        append(rotated, "{\"after\":1}");
        var checkpoint = as(PROGRAM, rotated::checkpoint);

        assertThat(SignedNote.open(checkpoint.note(), both))
                .hasValueSatisfying(opened -> assertThat(opened.age()).isZero());
        assertThat(verified(rotated)).isInstanceOf(Verification.Sound.class);
        assertThat(rotated.verifierKeys().lines())
                .containsExactly(fresh.key().vkey(), old.key().vkey());
        var reversed = new Keyring(List.of(old.key(), fresh.key()));
        assertThat(verified(ledger(old, reversed)))
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> assertThat(broken.reason()).contains("a key that was replaced"));
    }

    private Ledger ledger(LogSigner signer, Keyring keys) {
        var log = new Log(jdbc, clock);
        var waiting = new Waiting(jdbc);
        var sequencer = new Sequencer(log, waiting, signer, keys, transactions);
        var checkpoints =
                new Checkpoints(
                        log,
                        new CheckpointFolder(settings.checkpointFolder()),
                        signer,
                        keys,
                        sequencer,
                        transactions);
        return new Ledger(
                log,
                signer,
                keys,
                sequencer,
                new Placing(sequencer),
                checkpoints,
                new Checking(log, waiting, checkpoints, keys, _ -> {}, clock),
                _ -> {},
                clock);
    }

    private Verification verified(Ledger by) {
        var transaction = new TransactionTemplate(transactions);
        return as(PROGRAM, () -> transaction.execute(_ -> by.verify()));
    }

    private void append(Ledger to, String leaf) {
        var transaction = new TransactionTemplate(transactions);
        long number = as(PROGRAM, () -> transaction.execute(_ -> to.append(leaf.getBytes(UTF_8))));
        as(PROGRAM, () -> to.index(number));
    }
}
