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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What is signed of the log: never anything that does not continue what was signed before. */
@RoomTest
@Import(Parts.class)
@TestPropertySource(properties = "a-database-of-its-own=checkpoints")
class CheckpointsRoomTests {

    static final Actor PROGRAM = Actor.system("test");
    static final Actor COMPLIANCE = staff(Actor.Kind.COMPLIANCE);

    @Autowired Ledger ledger;

    @Autowired Parts parts;

    @Autowired LedgerSettings settings;

    @Autowired TransactionTemplate transaction;

    @Value("${spring.datasource.url}")
    String database;

    long size;

    @BeforeEach
    void aLogWithTwoCheckpoints() {
        append("{\"first\":1}");
        append("{\"second\":2}");
        as(PROGRAM, ledger::checkpoint);
        append("{\"third\":3}");
        append("{\"fourth\":4}");
        size = as(PROGRAM, ledger::checkpoint).size();
        assertThat(as(COMPLIANCE, ledger::verify)).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void aCheckpointSaysItselfWhatDoesNotAgree() throws SQLException {
        assertFaultOfTheLatest(
                "we signed it", "update ledger.checkpoint set note = 'x' where size = ?", size);
        assertFaultOfTheLatest(
                "not the one it was signed over",
                "update ledger.hash set root = leaf where index = ?",
                size - 1);
        assertFaultOfTheLatest(
                "only outside the database", "delete from ledger.checkpoint where size = ?", size);
    }

    private void assertFaultOfTheLatest(String words, String sql, long at) throws SQLException {
        try (var intruder = Intruder.in(database, settings.checkpointFolder())) {
            intruder.does(sql, at);
            var latest = parts.checkpoints(intruder.jdbc()).latest(1).getFirst();
            assertThat(latest.size()).isEqualTo(size);
            assertThat(latest.holds()).isFalse();
            assertThat(latest.fault()).contains(words);
        }
        assertThat(as(COMPLIANCE, () -> ledger.checkpoints(1)).getFirst().holds()).isTrue();
    }

    @Test
    void aShorterLogIsNotSigned() throws SQLException {
        assertNothingIsSigned(all -> all.removeLast());
    }

    @Test
    void anotherHistoryIsNotSigned() throws SQLException {
        assertNothingIsSigned(
                all -> {
                    all.set(all.size() - 2, all.getLast().saying("{\"forged\":1}"));
                    all.add(all.getLast().saying("{\"forged\":2}"));
                });
    }

    private void assertNothingIsSigned(Tampering.Change change) throws SQLException {
        try (var intruder = Intruder.in(database, settings.checkpointFolder())) {
            var all = intruder.entries();
            change.to(all);
            intruder.rewrites(all);
            intruder.jdbc().sql("delete from ledger.checkpoint").update();
            assertThatThrownBy(parts.checkpoints(intruder.jdbc())::signed)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("does not continue");
        }
        assertThat(as(PROGRAM, ledger::checkpoint).size()).isEqualTo(size);
    }

    @Test
    void aCheckpointSignedByAnotherKeyIsFound() throws IOException {
        var planted = settings.checkpointFolder().resolve("checkpoint-planted.txt");
        Files.writeString(planted, SignedNote.sign(1, new byte[32], Keys.signer(7)).note());
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

    private void append(String leaf) {
        as(PROGRAM, () -> transaction.execute(status -> ledger.append(leaf.getBytes(UTF_8))));
    }
}
