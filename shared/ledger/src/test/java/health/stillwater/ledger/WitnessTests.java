package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The witness: co-signs what grows, and nothing else. */
class WitnessTests {

    static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");

    @TempDir Path folder;

    final LogSigner signer = Keys.signer(3);
    final List<byte[]> hashes = new ArrayList<>();
    LogSigner signs = signer;
    Standalone program;
    Object witness;

    @BeforeEach
    void aLogOfFive() throws Exception {
        program = Standalone.of("witness/Witness.java");
        grows(5, 1);
        witness = watches();
    }

    @Test
    void growthIsCoSignedAtEverySize() throws Exception {
        for (int i = 0; i < 40; i++) {
            looks();
            grows(i % 4, 1);
        }
        assertThat(Files.list(folder).filter(it -> it.toString().contains("cosigned")))
                .hasSizeGreaterThan(25);
    }

    @Test
    void theCosignatureIsTheOneOfTheStandard() throws Exception {
        var cosigned = looks();

        var line = cosigned.lines().toList().getLast();
        assertThat(line).startsWith("— stillwater.health/witness ");
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(line.split(" ")[2]));
        assertThat(bytes.remaining()).isEqualTo(4 + 8 + 64);
        var id = new byte[4];
        bytes.get(id);
        long time = bytes.getLong();
        var signature = new byte[64];
        bytes.get(signature);
        assertThat(Instant.ofEpochSecond(time)).isEqualTo(NOW);
        var typed =
                Base64.getDecoder()
                        .decode(Files.readAllLines(folder.resolve("witness-key")).get(1));
        assertThat(typed[0]).isEqualTo((byte) 4);
        assertThat(id)
                .isEqualTo(
                        Arrays.copyOf(
                                Sha256.of("stillwater.health/witness\n".getBytes(UTF_8), typed),
                                4));
        var body = cosigned.substring(0, cosigned.indexOf("\n\n") + 1);
        var key = new VerifierKey("witness", Arrays.copyOfRange(typed, 1, 33));
        assertThat(
                        key.verifies(
                                ("cosignature/v1\ntime " + time + "\n" + body).getBytes(UTF_8),
                                signature))
                .isTrue();
    }

    @Test
    void aShorterLogIsNotCoSignedEvenAfterARestart() throws Exception {
        looks();
        hashes.removeLast();
        assertRefused("had 5 entries");
        witness = watches();
        assertRefused("had 5 entries");
        assertThat(folder.resolve("cosigned-000000000004.txt")).doesNotExist();
    }

    @Test
    void anotherHistoryIsNotCoSigned() throws Exception {
        looks();
        hashes.set(2, Merkle.leafHash(new byte[] {9}));
        assertRefused("does not continue");
        grows(7, 1);
        assertRefused("does not continue");
    }

    @Test
    void whatAnotherKeySignedIsNotCoSigned() {
        signs = Keys.signer(8);
        assertRefused("did not sign");
    }

    private void grows(int leaves, int seed) {
        for (int i = 0; i < leaves; i++) {
            hashes.add(Merkle.leafHash(new byte[] {(byte) hashes.size(), (byte) seed}));
        }
    }

    private void assertRefused(String why) {
        assertThatThrownBy(this::looks)
                .satisfies(
                        refused ->
                                assertThat(refused.getClass().getSimpleName()).isEqualTo("Refused"))
                .hasMessageContaining(why);
    }

    private String looks() throws Exception {
        return (String) program.on(witness, "look");
    }

    private Object watches() throws Exception {
        var type = program.part("Log");
        var log =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answer((String) arguments[0]));
        var made =
                program.program()
                        .getDeclaredConstructor(type, Path.class, String.class, Clock.class);
        made.setAccessible(true);
        return made.newInstance(
                log, folder, signer.key().vkey() + "\n", Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** As the pages of the log answer. */
    private String answer(String address) {
        var tree = Trees.over(hashes);
        if (address.equals("/log/checkpoint")) {
            return SignedNote.sign(hashes.size(), tree.root(), signs).note();
        }
        var sizes = address.replaceAll("[^0-9&]", "").split("&");
        return tree.consistency(Long.parseLong(sizes[0])).stream()
                .map(hash -> '"' + Base64.getEncoder().encodeToString(hash) + '"')
                .collect(Collectors.joining(",", "{\"path\":[", "]}"));
    }
}
