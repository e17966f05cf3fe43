package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.testing.Actors;
import health.stillwater.testing.OutsideProgram;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long case file, a corrected decision in it, verified from outside. It stays with those of the
 * browser journeys, for whoever wants to try a verifier of their own on it.
 */
class FiftyDecisionsRoomTests extends SigningRoom {

    private static final int MANY = 50;
    private static final Path VERIFIER = Path.of("../../infra/verify/VerifyCaseFile.java");
    private static final Path KEPT = Path.of("../../infra/e2e/target/case-files");

    @Test
    void fiftyDecisionsAndTheCorrectionOfOne(@TempDir Path folder) throws IOException {
        var corrected = signed(Forms.declining());
        for (int more = 1; more < MANY; more++) {
            comesBack();
            signed(Forms.declining());
        }
        comesBack();
        var correction = signed(Forms.correcting(corrected, Forms.approving()));

        var file = caseFile(folder.resolve("fifty-decisions.zip"));

        assertThat(OutsideProgram.says(VERIFIER, file, folder.resolve("fifty-decisions-keys.txt")))
                .startsWith("Verified: 51 decisions");
        assertThat(lineOf(file, correction)).contains("\"supersedes\":\"" + corrected + "\"");
        keep(file);
        keep(folder.resolve("fifty-decisions-keys.txt"));
    }

    private Path caseFile(Path file) throws IOException {
        var outcome =
                Actors.as(
                        CaseFileRoomTests.OFFICER,
                        () -> prescribing.caseFile(new CaseFileScope.OfPatient(patient)));
        var gathered = (CaseFileOutcome.Gathered) outcome;
        var zip =
                ledger.caseFile(
                        gathered.about(),
                        gathered.evidence(),
                        Map.of("VerifyCaseFile.java", Files.readAllBytes(VERIFIER)));
        Files.writeString(file.resolveSibling("fifty-decisions-keys.txt"), ledger.verifierKeys());
        return Files.write(file, zip);
    }

    private static String lineOf(Path file, DecisionId decision) throws IOException {
        try (var zip = FileSystems.newFileSystem(file)) {
            return Files.readAllLines(zip.getPath("decisions.jsonl")).stream()
                    .filter(line -> line.contains("\"decision\":\"" + decision + "\""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void keep(Path file) throws IOException {
        Files.createDirectories(KEPT);
        Files.copy(
                file,
                KEPT.resolve(file.getFileName().toString()),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
