package health.stillwater.ledger;

import static health.stillwater.testing.Actors.as;

import health.stillwater.kernel.Actor;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The parts of the ledger over any connection, with a keyring that remembers. Whoever imports it
 * has a database of their own.
 */
@TestComponent
class Parts {

    private final JdbcClient jdbc;
    private final LedgerSettings settings;
    private final LogSigner signer;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final Keyring keys;

    Parts(
            JdbcClient jdbc,
            LedgerSettings settings,
            LogSigner signer,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.signer = signer;
        this.transactions = transactions;
        this.clock = clock;
        this.keys = new Remembering(signer.key());
    }

    Keyring keys() {
        return keys;
    }

    Log log() {
        return new Log(jdbc, clock);
    }

    /** What a check finds of the log as it is committed. */
    Verification verdict() {
        var oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        var outside = outside();
        return as(Actor.system("test"), () -> oneMoment.execute(_ -> over(jdbc).verify(outside)));
    }

    List<CheckpointFolder.Note> outside() {
        return new CheckpointFolder(settings.checkpointFolder()).notes();
    }

    Checking over(JdbcClient by) {
        var log = new Log(by, clock);
        var checkpoints = checkpoints(by);
        return new Checking(log, new Waiting(by), checkpoints, keys, _ -> {}, clock);
    }

    Checkpoints checkpoints(JdbcClient by) {
        var log = new Log(by, clock);
        return new Checkpoints(
                log,
                new CheckpointFolder(settings.checkpointFolder()),
                signer,
                keys,
                new Sequencer(log, new Waiting(by), signer, keys, transactions),
                transactions);
    }
}
