package health.stillwater.portals.compliance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.ledger.KeptCheckpoint;
import health.stillwater.ledger.Ledger;
import health.stillwater.ledger.Proof;
import health.stillwater.ledger.Verification;
import health.stillwater.portals.shell.Desk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerPagesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T19:15:00Z");
    private static final byte[] FIRST = "{\"decision\":\"decline\"}".getBytes(UTF_8);
    private static final byte[] SECOND = "{\"decision\":\"approve\"}".getBytes(UTF_8);
    private static final byte[] LEFT = sha256(new byte[] {0}, FIRST);
    private static final byte[] ROOT = sha256(new byte[] {1}, LEFT, sha256(new byte[] {0}, SECOND));

    private final Ledger ledger = mock(Ledger.class);
    private Desk desk;

    @BeforeEach
    void aLedgerOfThree() {
        when(ledger.size()).thenReturn(3L);
        when(ledger.verifierKey()).thenReturn("stillwater.health/decisions+5f1c2b3a+AbCdEf");
        when(ledger.checkpoints(anyInt())).thenReturn(List.of(checkpoint(null)));
        when(ledger.leaf(1)).thenReturn(SECOND);
        when(ledger.inclusion(1, 2)).thenReturn(new Proof(1, 2, List.of(LEFT)));
        desk =
                Desk.of(
                        new Actor(
                                Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh"),
                        new LedgerController(ledger));
    }

    @Test
    void theLedgerShowsItsSizeItsCheckpointsItsKeyAndTheProgramThatNeedsNothingOfOurs() {
        var page = desk.read("/compliance/ledger");
        assertThat(page.select(".sw-title").text()).contains("3 signed decisions");
        assertThat(page.select("[aria-labelledby=checkpoints-title] tbody tr")).hasSize(1);
        assertThat(page.select("[aria-labelledby=checkpoints-title]").text())
                .contains("Yes", HexFormat.of().formatHex(ROOT));
        assertThat(page.select("[aria-labelledby=outside-title]").text())
                .contains(
                        "java VerifyLedger.java",
                        "infra/verify",
                        "stillwater.health/decisions+5f1c2b3a+AbCdEf");
        assertThat(page.select("main form").eachAttr("action"))
                .containsExactly(
                        "/compliance/ledger/verifications",
                        "/compliance/ledger/entries",
                        "/compliance/ledger/exports");
        verify(ledger, never()).verify();
    }

    @Test
    void aCheckpointThatDoesNotHoldSaysWhatDoesNotAgree() {
        when(ledger.checkpoints(anyInt()))
                .thenReturn(List.of(checkpoint("The copy outside the database is missing.")));
        var page =
                Desk.page(
                        desk.mvc().get().uri("/compliance/ledger").exchange(),
                        200,
                        "compliance-ledger-bad");
        assertThat(page.select(".sw-badge--stop").text()).isEqualTo("No");
        assertThat(page.select("[aria-labelledby=checkpoints-title]").text())
                .contains("The copy outside the database is missing.");
    }

    @Test
    void aCheckSaysInWordsThatAllIsSound() {
        when(ledger.verify()).thenReturn(new Verification.Sound(3, "9f2c", 4, NOW));
        var page =
                Desk.page(
                        desk.send("/compliance/ledger/verifications"),
                        200,
                        "compliance-ledger-sound");
        assertThat(page.select("[role=status]").text())
                .contains(
                        "Verified: all 3 entries",
                        "November 23, 2026, 2:15 pm ET",
                        "4 signed checkpoints");
    }

    @Test
    void aCheckNamesTheFirstEntryThatCannotBeTrusted() {
        when(ledger.verify())
                .thenReturn(
                        new Verification.Broken(
                                1, "The bytes of leaf 1 are not those that were appended.", NOW));
        var page =
                Desk.page(
                        desk.send("/compliance/ledger/verifications"),
                        200,
                        "compliance-ledger-broken");
        assertThat(page.select(".sw-notice--stop").text())
                .contains("Entry 2 cannot be trusted", "Do not edit anything");
    }

    @Test
    void oneEntryIsProvenWithoutShowingWhatStandsInIt() {
        var page = proven("2", 200, "compliance-proof");
        assertThat(page.select(".sw-notice--ok").text()).contains("Entry 2 is in the ledger");
        assertThat(page.select("[aria-labelledby=proof-title]").text())
                .contains(
                        HexFormat.of().formatHex(sha256(SECOND)),
                        HexFormat.of().formatHex(LEFT),
                        "leaf 1 of 2")
                .doesNotContain("approve");
        assertThat(page.getElementById("entry").val()).isEqualTo("2");
    }

    @Test
    void aChangedEntryIsNotProven() {
        when(ledger.leaf(1)).thenReturn("{\"decision\":\"decline!\"}".getBytes(UTF_8));
        assertThat(proven("2", 200, "compliance-proof-broken").select(".sw-notice--stop").text())
                .contains("Entry 2 is not proven");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'Enter the number of an entry'",
        "two, Enter the number of an entry",
        "0, Enter the number of an entry",
        "4, The ledger has 3 entries",
        "3, No checkpoint covers this entry yet"
    })
    void anEntryThatIsNotThereIsSaidAtItsField(String entry, String sentence) {
        var page = proven(entry, 422, "compliance-proof-error");
        assertThat(page.getElementById("entry-error").text()).contains(sentence);
        assertThat(page.getElementById("entry").val()).isEqualTo(entry);
        verify(ledger, never()).leaf(anyLong());
    }

    @Test
    void theExportIsOneFileAndNothingOfItStays() throws IOException {
        var folder = new AtomicReference<Path>();
        doAnswer(
                        call -> {
                            Path given = call.getArgument(0);
                            folder.set(given);
                            Files.writeString(given.resolve("decisions.jsonl"), "{}\n");
                            Files.writeString(given.resolve("checkpoint.txt"), "note");
                            Files.writeString(given.resolve("keys.txt"), "key");
                            return null;
                        })
                .when(ledger)
                .export(any());
        var answer = desk.send("/compliance/ledger/exports").getResponse();
        assertThat(answer.getContentType()).isEqualTo("application/zip");
        assertThat(answer.getHeader("Content-Disposition"))
                .contains("attachment", "stillwater-ledger.zip");
        var files = new TreeMap<String, String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        assertThat(files)
                .containsOnlyKeys("checkpoint.txt", "decisions.jsonl", "keys.txt")
                .containsEntry("decisions.jsonl", "{}\n");
        assertThat(folder.get()).doesNotExist();
    }

    @Test
    void anExportThatIsRefusedIsAPageAndLeavesNothingBehind() {
        var folder = new AtomicReference<Path>();
        doAnswer(
                        call -> {
                            folder.set(call.getArgument(0));
                            throw new Refusal.Forbidden(
                                    "Only a compliance officer reads the whole log.");
                        })
                .when(ledger)
                .export(any());
        assertThat(desk.send("/compliance/ledger/exports")).hasStatus(422);
        assertThat(folder.get()).doesNotExist();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        doThrow(new Refusal.Missing("Leaf 1")).when(ledger).leaf(1);
        assertThat(desk.mvc().get().uri("/compliance/ledger/entries?entry=2")).hasStatus(404);
    }

    private Document proven(String entry, int status, String name) {
        return Desk.page(
                desk.mvc().get().uri("/compliance/ledger/entries").param("entry", entry).exchange(),
                status,
                name);
    }

    private static KeptCheckpoint checkpoint(String fault) {
        return new KeptCheckpoint(
                2,
                HexFormat.of().formatHex(ROOT),
                NOW.minus(Duration.ofMinutes(3)),
                "stillwater.health/decisions\n2\nroot\n\n— stillwater.health/decisions signature\n",
                fault);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
