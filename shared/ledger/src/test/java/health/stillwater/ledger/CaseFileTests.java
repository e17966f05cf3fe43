package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A case file, as a program reads it that shares no code with the one that wrote it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseFileTests {

    static final int CHANGES = 10_000;
    static final int ENTRIES = 130;

    final LogSigner signer = Keys.signer(3);
    final LogSigner former = Keys.signer(4);
    final Keyring keys = new Keyring(List.of(signer.key(), former.key()));
    final Random random = new Random(9162);
    Standalone verifier;
    byte[] zip;

    @BeforeAll
    void fiftyOneDecisionsOfALogOfOneHundredAndThirty() throws Exception {
        verifier = Standalone.of("verify/VerifyCaseFile.java");
        var pages = new LinkedHashMap<String, byte[]>();
        pages.put("case-file.html", "<p>Fifty-one decisions</p>".repeat(40).getBytes(UTF_8));
        pages.put("case-file.pdf", randomBytes(3000));
        zip = CaseFile.sealed(List.of("patient 7", "made today"), evidence(), pages, signer);
    }

    private Evidence evidence() {
        var leaves =
                IntStream.range(0, ENTRIES)
                        .mapToObj(i -> ("{\"n\":" + i + ",\"supersedes\":null}").getBytes(UTF_8))
                        .toList();
        var tree = Trees.over(leaves.stream().map(Merkle::leafHash).toList());
        var entries = new ArrayList<Evidence.Entry>();
        for (int i = 0; i < ENTRIES; i += i < 40 ? 2 : 3) {
            var proof = new Proof(i, ENTRIES, tree.inclusion(i));
            entries.add(new Evidence.Entry(i, leaves.get(i), proof));
        }
        return new Evidence(SignedNote.sign(ENTRIES, tree.root(), signer), keys.text(), entries);
    }

    @Test
    void unchangedIsVerified() throws Exception {
        assertThat(says(zip, null)).startsWith("Verified: 50 decisions").contains("patient 7");
        assertThat(says(zip, keys.text())).contains("This key is among yours");
    }

    @Test
    void anySingleByteChangedIsRefused() {
        for (int i = 0; i < CHANGES; i++) {
            int at = random.nextInt(zip.length);
            assertRefused(changed(zip, at, 1 + random.nextInt(255)), "byte " + at);
        }
    }

    @Test
    void anyByteOfWhatZipSaysOfItsFilesIsRefused() throws Exception {
        int end = zip.length;
        int directory = HexFormat.fromHexDigits(hex(zip, end - 6, 4));
        for (int at = directory; at < end; at++) {
            assertRefused(changed(zip, at, 1), "byte " + at + " of the directory");
        }
    }

    /** Somebody who knows how to make a zip changes a byte within a file. */
    @Test
    void anyByteOfAFileIsRefusedInAZipThatIsMadeAnew() throws Exception {
        var files = files();
        for (var name : files.keySet()) {
            for (int i = 0; i < 120; i++) {
                var changed = new LinkedHashMap<>(files);
                int at = random.nextInt(files.get(name).length);
                changed.computeIfPresent(
                        name, (_, bytes) -> changed(bytes, at, 1 + random.nextInt(255)));
                assertRefused(zipped(changed), "byte " + at + " of " + name);
            }
        }
    }

    @Test
    void aFileLeftOutPutInDoubledOrElsewhereIsRefused() throws Exception {
        var files = files();
        for (var name : files.keySet()) {
            var without = new LinkedHashMap<>(files);
            var bytes = without.remove(name);
            assertRefused(zipped(without), "without " + name);
            without.put(name, bytes);
            if (!name.equals(CaseFile.MANIFEST)) {
                assertRefused(zipped(without), name + " at the end");
            }
        }
        var more = new LinkedHashMap<>(files);
        more.put("more.txt", new byte[] {1});
        assertRefused(zipped(more), "one more at the end");
        assertRefused(Arrays.copyOf(zip, zip.length + 1), "a byte at the end");
        assertRefused(Arrays.copyOf(zip, zip.length - 1), "a byte cut off");
        assertRefused(new byte[0], "nothing");
    }

    @Test
    void whatAnotherKeySignedIsRefusedByWhoHasTheKeys() throws Exception {
        var other = Keys.signer(9);
        var evidence = evidence();
        var forged =
                new Evidence(
                        SignedNote.sign(ENTRIES, evidence.checkpoint().root(), other),
                        other.key().vkey() + "\n",
                        evidence.entries());
        var file =
                CaseFile.sealed(List.of("patient 7"), forged, Map.of("a.html", new byte[9]), other);

        assertThat(says(file, null)).contains("compare it with the one you were given");
        assertThatThrownBy(() -> says(file, keys.text())).hasMessageContaining("not among yours");
    }

    @Test
    void anOlderCheckpointOfAFormerKeyIsVerifiedToo() throws Exception {
        var evidence = evidence();
        var older =
                new Evidence(
                        SignedNote.sign(ENTRIES, evidence.checkpoint().root(), former),
                        keys.text(),
                        evidence.entries());
        var file =
                CaseFile.sealed(List.of("patient 7"), older, Map.of("a.html", new byte[9]), signer);

        assertThat(says(file, keys.text())).contains(former.key().vkey());
    }

    @Test
    void anUnpackedCaseFileIsVerifiedAndNothingMayLieBesideIt(@TempDir Path folder)
            throws Exception {
        for (var file : files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        assertThat(saysOf(verifier.calls("unpacked", folder), null)).startsWith("Verified");
        Files.writeString(folder.resolve("case-file.html"), "<p>Fifty-two decisions</p>");
        assertThatThrownBy(() -> saysOf(verifier.calls("unpacked", folder), null))
                .hasMessageContaining("not the one that the manifest");
        Files.writeString(folder.resolve("note.txt"), "");
        assertThatThrownBy(() -> verifier.calls("unpacked", folder))
                .hasMessageContaining("an unknown file: note.txt");
    }

    @Test
    void theVerifierUsesNothingButTheJdkAndNoNetwork() throws Exception {
        var source = Files.readString(Path.of("../../infra/verify/VerifyCaseFile.java"));
        assertThat(source.lines().filter(line -> line.startsWith("import ")))
                .isNotEmpty()
                .allMatch(line -> line.matches("import (static )?java\\..*"))
                .noneMatch(line -> line.contains("java.net") || line.contains("channels"));
        assertThat(source).doesNotContain("java.net.", "Socket", "URL");
    }

    private void assertRefused(byte[] file, String what) {
        try {
            says(file, null);
        } catch (Exception refused) {
            assertThat(refused.getClass().getSimpleName()).as(what).isEqualTo("Refused");
            return;
        }
        throw new AssertionError("verified with " + what + " changed");
    }

    private String says(byte[] file, String given) throws Exception {
        return saysOf(verifier.calls("unzip", (Object) file), given);
    }

    private String saysOf(Object files, String given) throws Exception {
        return (String)
                verifier.calls("verify", files, given == null ? null : given.getBytes(UTF_8));
    }

    @SuppressWarnings("unchecked")
    private Map<String, byte[]> files() throws Exception {
        return (Map<String, byte[]>) verifier.calls("unzip", (Object) zip);
    }

    private byte[] zipped(Map<String, byte[]> files) throws Exception {
        return (byte[]) verifier.calls("zipped", files);
    }

    private static byte[] changed(byte[] bytes, int at, int by) {
        var other = bytes.clone();
        other[at] ^= (byte) by;
        return other;
    }

    private byte[] randomBytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Little-endian bytes as people write a number. */
    private static String hex(byte[] bytes, int at, int length) {
        var digits = new StringBuilder();
        for (int i = length - 1; i >= 0; i--) {
            digits.append(HexFormat.of().toHexDigits(bytes[at + i]));
        }
        return digits.toString();
    }
}
