package health.stillwater.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignedNoteTests {

    static final String PKCS8_PREFIX = "302e020100300506032b657004220420";
    static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    final LocalSigner signer =
            new LocalSigner("stillwater.health/decisions", pkcs8(HexFormat.of().parseHex(SEED)));
    final Keyring keys = Keyring.of(signer.key(), List.of());
    final byte[] root = Sha256.of("root".getBytes(UTF_8));

    @Test
    void isOriginSizeAndRootUnderASignatureLine() {
        var note = SignedNote.sign(7, root, signer).note();

        assertThat(note.split("\n", -1))
                .hasSize(6)
                .satisfies(
                        lines -> {
                            assertThat(lines[0]).isEqualTo("stillwater.health/decisions");
                            assertThat(lines[1]).isEqualTo("7");
                            assertThat(Base64.getDecoder().decode(lines[2])).isEqualTo(root);
                            assertThat(lines[3]).isEmpty();
                            assertThat(lines[4]).startsWith("— stillwater.health/decisions ");
                            assertThat(lines[5]).isEmpty();
                        });
    }

    @Test
    void opensWithItsOwnKey() {
        var signed = SignedNote.sign(7, root, signer);

        assertThat(SignedNote.open(signed.note(), keys))
                .hasValueSatisfying(
                        opened -> {
                            assertThat(opened.checkpoint().size()).isEqualTo(7);
                            assertThat(opened.checkpoint().root()).isEqualTo(root);
                            assertThat(opened.age()).isZero();
                        });
    }

    @Test
    void doesNotOpenWithAnotherKey() {
        var other = new LocalSigner("stillwater.health/decisions", pkcs8(new byte[32]));

        assertThat(SignedNote.open(SignedNote.sign(7, root, other).note(), keys)).isEmpty();
    }

    @Test
    void opensWithAFormerKeyToo() {
        var former = new LocalSigner("stillwater.health/decisions", pkcs8(new byte[32]));
        var both = Keyring.of(signer.key(), List.of(former.key().vkey()));

        assertThat(SignedNote.open(SignedNote.sign(7, root, former).note(), both))
                .hasValueSatisfying(opened -> assertThat(opened.age()).isEqualTo(1));
        assertThat(both.text()).isEqualTo(signer.key().vkey() + "\n" + former.key().vkey() + "\n");
    }

    @Test
    void anotherSpellingOfTheSameSignatureIsNone() {
        var note = SignedNote.sign(7, root, signer).note();
        int last = note.length() - 3; // before "=" and the line's end: two of its bits say nothing
        var spelled = note.substring(0, last) + other(note.charAt(last)) + note.substring(last + 1);

        assertThat(spelled).isNotEqualTo(note);
        assertThat(SignedNote.open(spelled, keys)).isEmpty();
    }

    /** The letter of base64 whose bits differ in the lowest alone. */
    private static char other(char letter) {
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        return letters.charAt(letters.indexOf(letter) ^ 1);
    }

    @Test
    void doesNotOpenWithAnyCharacterChanged() {
        var note = SignedNote.sign(7, root, signer).note();

        for (int at = 0; at < note.length(); at++) {
            var changed = new StringBuilder(note);
            changed.setCharAt(at, note.charAt(at) == 'x' ? 'y' : 'x');
            assertThat(SignedNote.open(changed.toString(), keys)).as("at " + at).isEmpty();
        }
    }

    @Test
    void doesNotOpenWithAnythingAround() {
        var note = SignedNote.sign(7, root, signer).note();

        assertThat(SignedNote.open(note + "\n", keys)).isEmpty();
        assertThat(SignedNote.open(" " + note, keys)).isEmpty();
        assertThat(SignedNote.open(note.replace("\n7\n", "\n07\n"), keys)).isEmpty();
        assertThat(SignedNote.open("", keys)).isEmpty();
    }

    @Nested
    class TheKey {

        @Test
        void isTheOneOfTheStandard() {
            assertThat(HexFormat.of().formatHex(signer.key().raw()))
                    .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        }

        /** The example in the documentation of golang.org/x/mod/sumdb/note. */
        @Test
        void signsAndIsWrittenAsOtherProgramsDo() {
            var skey = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
            var peter = new LocalSigner("PeterNeumann", pkcs8(Arrays.copyOfRange(skey, 1, 33)));
            var text =
                    """
                    If you think cryptography is the answer to your problem,
                    then you don't know what your problem is.
                    """;
            var line =
                    Base64.getDecoder()
                            .decode(
                                    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");

            assertThat(peter.key().vkey())
                    .isEqualTo(
                            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
            assertThat(peter.key().id()).isEqualTo(Arrays.copyOf(line, 4));
            assertThat(peter.sign(text.getBytes(UTF_8))).isEqualTo(Arrays.copyOfRange(line, 4, 68));
        }

        @Test
        void isRefusedWhenItIsNone() {
            assertThatThrownBy(() -> new LocalSigner("a", "bm90IGEga2V5"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("bm90IGEga2V5");
            assertThatThrownBy(() -> VerifierKey.read(signer.key().vkey() + "="))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new VerifierKey("a name", new byte[32]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String pkcs8(byte[] seed) {
        var prefix = HexFormat.of().parseHex(PKCS8_PREFIX);
        var encoded = Arrays.copyOf(prefix, prefix.length + seed.length);
        System.arraycopy(seed, 0, encoded, prefix.length, seed.length);
        return Base64.getEncoder().encodeToString(encoded);
    }
}
