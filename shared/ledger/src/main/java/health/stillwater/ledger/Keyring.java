package health.stillwater.ledger;

import static health.stillwater.ledger.VerifierKey.ID_LENGTH;
import static health.stillwater.ledger.VerifierKey.SIGNATURE_LENGTH;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys that have signed the log: the one that signs now, then those before it, the latest
 * first.
 *
 * <p>A seal is the key's id followed by its signature, 68 bytes: what stands, as base64, at the end
 * of a signed note.
 */
class Keyring {

    static final int SEAL_LENGTH = ID_LENGTH + SIGNATURE_LENGTH;

    private final List<VerifierKey> keys;

    Keyring(List<VerifierKey> keys) {
        this.keys = List.copyOf(keys);
        if (keys.stream().map(VerifierKey::name).distinct().count() != 1) {
            throw new IllegalArgumentException("the keys of one log have one name");
        }
    }

    static Keyring of(VerifierKey now, List<String> former) {
        var keys = new ArrayList<>(List.of(now));
        former.forEach(vkey -> keys.add(VerifierKey.read(vkey)));
        return new Keyring(keys);
    }

    String name() {
        return keys.getFirst().name();
    }

    /** Whether one of these keys set this seal on the message. */
    boolean holds(byte[] message, byte @Nullable [] seal) {
        return sealer(message, seal).isPresent();
    }

    /** Which of the keys set this seal on the message: 0 for the one that signs now. */
    Optional<Integer> sealer(byte[] message, byte @Nullable [] seal) {
        if (seal == null || seal.length != SEAL_LENGTH) {
            return Optional.empty();
        }
        var signature = Arrays.copyOfRange(seal, ID_LENGTH, SEAL_LENGTH);
        for (int age = 0; age < keys.size(); age++) {
            var key = keys.get(age);
            if (Arrays.equals(key.id(), 0, ID_LENGTH, seal, 0, ID_LENGTH)
                    && key.verifies(message, signature)) {
                return Optional.of(age);
            }
        }
        return Optional.empty();
    }

    static byte[] seal(LogSigner signer, byte[] message) {
        var signature = signer.sign(message);
        var seal = Arrays.copyOf(signer.key().id(), SEAL_LENGTH);
        System.arraycopy(signature, 0, seal, ID_LENGTH, SIGNATURE_LENGTH);
        return seal;
    }

    /** One a line, the one that signs now first. */
    String text() {
        return keys.stream().map(key -> key.vkey() + "\n").collect(Collectors.joining());
    }
}
