package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends a second, beside a row lock on the head of the chain and beside no chain at all: {@code
 * appends SECONDS ROUNDS}; and how long it takes to verify a long log: {@code verify RECORDS}.
 */
final class LedgerBench {

    private static final int LEAF_BYTES = 3041;

    private final BenchDatabase database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LogSigner signer;
    private final Keyring keys;
    private final Log log;
    private final Sequencer sequencer;
    private final Placing placing;
    private final Ledger ledger;
    private final Checking checking;
    private final Checkpoints checkpoints;
    private final AtomicLong count = new AtomicLong();

    private LedgerBench(BenchDatabase database) throws Exception {
        var clock = Clock.systemUTC();
        var transactions = new JdbcTransactionManager(database.source());
        this.database = database;
        this.jdbc = database.jdbc();
        this.transaction = new TransactionTemplate(transactions);
        this.signer = new LocalSigner(LedgerConfiguration.ORIGIN, key());
        this.keys = Keyring.of(signer.key(), List.of());
        this.log = new Log(jdbc, clock);
        var waiting = new Waiting(jdbc);
        this.sequencer = new Sequencer(log, waiting, signer, keys, transactions);
        this.placing = new Placing(sequencer);
        var folder = new CheckpointFolder(Files.createTempDirectory("checkpoints"));
        this.checkpoints = new Checkpoints(log, folder, signer, keys, sequencer, transactions);
        this.checking = new Checking(log, waiting, checkpoints, keys, _ -> {}, clock);
        this.ledger =
                new Ledger(
                        log,
                        signer,
                        keys,
                        sequencer,
                        placing,
                        checkpoints,
                        checking,
                        _ -> {},
                        clock);
    }

    public static void main(String[] arguments) throws Exception {
        var asked = arguments.length == 0 ? "appends 5 5" : arguments[0];
        var words =
                asked.startsWith("appends") || asked.startsWith("verify") ? asked : "appends 5 5";
        var parts = words.split(" ");
        try (var database = BenchDatabase.start(Writers.COUNT + 4)) {
            var bench = new LedgerBench(database);
            if (parts[0].equals("verify")) {
                bench.verify(Integer.parseInt(parts[1]));
            } else {
                bench.appends(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            }
        }
    }

    private void appends(int seconds, int rounds) throws Exception {
        peers();
        placing.start();
        var measured = new LinkedHashMap<String, List<Double>>();
        var variants =
                new TreeMap<String, Runnable>(
                        Map.of(
                                "a  row lock on the head", this::underARowLock,
                                "b  no chain at all", this::withoutAChain,
                                "c  ledger, all placed at the end", this::append,
                                "d  ledger, each waits for its place", this::appendAndWait));
        for (int round = -1; round < rounds; round++) { // the first is to get warm
            for (var variant : variants.entrySet()) {
                double rate = Writers.inASecond(seconds, variant.getValue(), sequencer::placeAll);
                if (round >= 0) {
                    measured.computeIfAbsent(variant.getKey(), _ -> new ArrayList<>()).add(rate);
                }
            }
        }
        placing.stop();
        Report.print(measured);
    }

    /** The usual way: the head is locked, then leaf, place and head are written. Signed before. */
    private void underARowLock() {
        var leaf = leaf();
        var hash = Merkle.leafHash(leaf);
        var at = now();
        var seal = seal(hash, at);
        transaction.executeWithoutResult(
                _ -> {
                    var head =
                            jdbc.sql("select size, frontier from peer.head for update")
                                    .query(Log::frontier)
                                    .single();
                    var grown = head.with(hash);
                    jdbc.sql("insert into peer.leaf (index, bytes, at, seal) values (?, ?, ?, ?)")
                            .params(head.size(), leaf, at.atOffset(ZoneOffset.UTC), seal)
                            .update();
                    jdbc.sql("insert into peer.hash (index, leaf, root) values (?, ?, ?)")
                            .params(head.size(), hash, grown.root())
                            .update();
                    jdbc.sql("update peer.head set size = ?, frontier = ?")
                            .params(grown.size(), grown.bytes())
                            .update();
                });
    }

    /** Signed rows, each committed, that nothing holds together. */
    private void withoutAChain() {
        var leaf = leaf();
        var at = now();
        var seal = seal(Merkle.leafHash(leaf), at);
        transaction.executeWithoutResult(
                _ ->
                        jdbc.sql("insert into peer.row (bytes, at, seal) values (?, ?, ?)")
                                .params(leaf, at.atOffset(ZoneOffset.UTC), seal)
                                .update());
    }

    private void append() {
        transaction.executeWithoutResult(_ -> ledger.append(leaf()));
    }

    private void appendAndWait() {
        long number = transaction.execute(_ -> ledger.append(leaf()));
        ledger.index(number);
    }

    private void verify(int records) throws Exception {
        while (count.get() < records) {
            int batch = Math.min(500, records - (int) count.get());
            transaction.executeWithoutResult(
                    _ -> {
                        for (int i = 0; i < batch; i++) {
                            ledger.append(leaf());
                        }
                    });
            sequencer.placeAll();
        }
        checkpoints.make();
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            var found = transaction.execute(_ -> checking.verify(checkpoints.outside()));
            System.out.printf(
                    "%d records: %s in %.1f s%n",
                    records,
                    found instanceof Verification.Sound ? "sound" : found,
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private byte[] leaf() {
        var text = "{\"n\":" + count.incrementAndGet() + ",\"evidence\":\"";
        return (text + "x".repeat(LEAF_BYTES - text.length() - 2) + "\"}").getBytes(UTF_8);
    }

    private byte[] seal(byte[] hash, Instant at) {
        return Keyring.seal(signer, SignedNote.bodyOfLeaf(keys.name(), hash, at));
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void peers() {
        database.runs(
                """
                create schema peer;
                create table peer.head (size bigint not null, frontier bytea not null);
                insert into peer.head values (0, '');
                create table peer.leaf (index bigint primary key, bytes bytea not null, at timestamptz not null, seal bytea);
                create table peer.hash (index bigint primary key, leaf bytea not null, root bytea not null);
                create table peer.row (number bigint generated always as identity primary key, bytes bytea not null,
                    at timestamptz not null, seal bytea)""");
    }

    private static String key() throws Exception {
        var secret = new Ed25519PrivateKeyParameters(new byte[32], 0);
        return Base64.getEncoder()
                .encodeToString(PrivateKeyInfoFactory.createPrivateKeyInfo(secret).getEncoded());
    }
}
