package health.stillwater.ledger;

import static health.stillwater.testing.Actors.as;
import static health.stillwater.testing.Actors.staff;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.testing.RoomTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log in the hands of somebody who may do everything with the database, but has neither the key
 * nor the folder.
 */
@RoomTest
class TamperedLedgerRoomTests {

    static final Actor PROGRAM = Actor.system("test");
    static final Actor COMPLIANCE = staff(Actor.Kind.COMPLIANCE);

    @Autowired Ledger ledger;

    @Autowired LedgerSettings settings;

    @Autowired TransactionTemplate transaction;

    @Value("${spring.datasource.url}")
    String database;

    long size;

    @BeforeEach
    void aLogWithTwoCheckpoints() {
        for (int i = 0; i < 5; i++) {
            append("{\"first\":" + i + "}");
        }
        as(PROGRAM, ledger::checkpoint);
        for (int i = 0; i < 4; i++) {
            append("{\"second\":" + i + "}");
        }
        size = as(PROGRAM, ledger::checkpoint).size();
        assertThat(as(COMPLIANCE, ledger::verify)).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void aChangedByteIsFoundAtItsLeaf() throws SQLException {
        long changed = size - 3;

        assertBrokenAt(
                changed,
                "update ledger.leaf set bytes = set_byte(bytes, 2, 88) where index = " + changed);
    }

    @Test
    void aLeafChangedTogetherWithItsHashIsFound() throws SQLException {
        long changed = size - 3;

        assertBrokenAt(
                changed,
                "update ledger.leaf set bytes = '{}' where index = " + changed,
                "update ledger.hash set leaf = sha256('\\x00'::bytea || '{}'::bytea) where index = "
                        + changed);
    }

    @Test
    void twoLeavesExchangedAreFoundAtTheFirst() throws SQLException {
        long first = size - 4;

        assertBrokenAt(
                first,
                "update ledger.leaf l set bytes = s.bytes from ledger.saved_leaf s where (l.index, s.index) in (("
                        + first
                        + ", "
                        + (size - 1)
                        + "), ("
                        + (size - 1)
                        + ", "
                        + first
                        + "))");
    }

    @Test
    void aMissingLeafIsFound() throws SQLException {
        assertBrokenAt(
                size - 6,
                "alter table ledger.hash drop constraint hash_index_fkey",
                "delete from ledger.leaf where index = " + (size - 6),
                "delete from ledger.hash where index = " + (size - 6));
    }

    @Test
    void aLeafPutInBehindTheHeadIsFound() throws SQLException {
        assertBrokenAt(size, "insert into ledger.leaf values (" + size + ", '{}', now())");
    }

    @Test
    void aCheckpointSaysItselfWhatDoesNotAgree() throws SQLException {
        assertFaultOfTheLatest(
                "we signed it", "update ledger.checkpoint set note = 'x' where size = " + size);
        assertFaultOfTheLatest(
                "not the one it was signed over",
                "update ledger.hash set root = leaf where index = " + (size - 1));
        assertFaultOfTheLatest(
                "only outside the database", "delete from ledger.checkpoint where size = " + size);
    }

    private void assertFaultOfTheLatest(String words, String tampering) throws SQLException {
        try (var _ = Tampering.with(database, tampering)) {
            var latest = as(COMPLIANCE, () -> ledger.checkpoints(1)).getFirst();
            assertThat(latest.size()).isEqualTo(size);
            assertThat(latest.holds()).isFalse();
            assertThat(latest.fault()).contains(words);
        }
        assertThat(as(COMPLIANCE, () -> ledger.checkpoints(1)).getFirst().holds()).isTrue();
    }

    @Test
    void aTailCutOffCleanlyIsFoundByTheCheckpointOutside() throws SQLException {
        long kept = size - 4;

        try (var _ = Tampering.with(database, cutTo(kept))) {
            assertThat(as(COMPLIANCE, ledger::verify))
                    .isInstanceOfSatisfying(
                            Verification.Broken.class,
                            broken -> {
                                assertThat(broken.index()).isEqualTo(kept);
                                assertThat(broken.reason())
                                        .contains("cut off")
                                        .contains(String.valueOf(size));
                            });
            assertThatThrownBy(() -> as(PROGRAM, ledger::checkpoint))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aHistoryWrittenAnewWithEveryHashRightIsFoundAndNeverSigned() throws SQLException {
        try (var _ = Tampering.with(database, cutTo(size - 4))) {
            for (int i = 0; i < 4; i++) {
                append("{\"forged\":" + i + "}");
            }

            assertThat(as(COMPLIANCE, ledger::verify))
                    .isInstanceOfSatisfying(
                            Verification.Broken.class,
                            broken -> assertThat(broken.index()).isEqualTo(size - 4));
            append("{\"forged\":5}");
            assertThatThrownBy(() -> as(PROGRAM, ledger::checkpoint))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aCheckpointSignedByAnotherKeyIsFound() throws SQLException, IOException {
        var other =
                new LocalSigner(
                        LedgerConfiguration.ORIGIN,
                        Base64.getEncoder().encodeToString(keyOf((byte) 7)));
        var planted = settings.checkpointFolder().resolve("checkpoint-planted.txt");
        Files.writeString(planted, SignedNote.sign(1, new byte[32], other).note());
        try {
            assertThat(as(COMPLIANCE, ledger::verify))
                    .isInstanceOfSatisfying(
                            Verification.Broken.class,
                            broken ->
                                    assertThat(broken.reason()).contains("checkpoint-planted.txt"));
        } finally {
            Files.delete(planted);
        }
    }

    @Test
    void anotherProgramVerifiesWhatIsWrittenOut(@TempDir Path folder)
            throws IOException, InterruptedException {
        as(
                COMPLIANCE,
                () -> {
                    ledger.export(folder);
                    return null;
                });
        assertThat(verifierSays(folder)).isEqualTo(0);

        var decisions = Files.readString(folder.resolve("decisions.jsonl"));
        Files.writeString(
                folder.resolve("decisions.jsonl"), decisions.replaceFirst("first", "fjrst"));
        assertThat(verifierSays(folder)).isEqualTo(1);
        Files.writeString(folder.resolve("decisions.jsonl"), decisions);
        var note = Files.readString(folder.resolve("checkpoint.txt"));
        Files.writeString(
                folder.resolve("checkpoint.txt"),
                note.replace("\n" + size + "\n", "\n" + (size + 1) + "\n"));
        assertThat(verifierSays(folder)).isEqualTo(1);
    }

    private static int verifierSays(Path folder) throws IOException, InterruptedException {
        var program = Path.of("../../infra/verify/VerifyLedger.java").toAbsolutePath();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(java, program.toString(), folder.toString()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private void assertBrokenAt(long index, String... statements) throws SQLException {
        try (var _ = Tampering.with(database, statements)) {
            assertThat(as(COMPLIANCE, ledger::verify))
                    .isInstanceOfSatisfying(
                            Verification.Broken.class,
                            broken -> assertThat(broken.index()).isEqualTo(index));
        }
        assertThat(as(COMPLIANCE, ledger::verify)).isInstanceOf(Verification.Sound.class);
    }

    /** Everything as if the log had never been longer, the checkpoints in the database included. */
    private String[] cutTo(long kept) {
        var frontier = Frontier.EMPTY;
        for (long i = 0; i < kept; i++) {
            long index = i;
            frontier = frontier.with(Merkle.leafHash(as(PROGRAM, () -> ledger.leaf(index))));
        }
        var hex = HexFormat.of().formatHex(frontier.bytes());
        return new String[] {
            "delete from ledger.hash where index >= " + kept,
            "delete from ledger.leaf where index >= " + kept,
            "delete from ledger.checkpoint where size > " + kept,
            "update ledger.head set size = " + kept + ", frontier = '\\x" + hex + "'",
        };
    }

    private static byte[] keyOf(byte seed) {
        var encoded = HexFormat.of().parseHex("302e020100300506032b657004220420" + "00".repeat(32));
        Arrays.fill(encoded, 16, 48, seed);
        return encoded;
    }

    private void append(String leaf) {
        as(PROGRAM, () -> transaction.execute(status -> ledger.append(leaf.getBytes(UTF_8))));
    }
}
