package health.stillwater.ledger;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A keyring that checks a signature once and remembers the answer: thousands of checks of nearly
 * the same log need not do it thousands of times.
 */
class Remembering extends Keyring {

    private final Map<List<ByteBuffer>, Optional<Integer>> known = new ConcurrentHashMap<>();

    Remembering(VerifierKey key) {
        super(List.of(key));
    }

    @Override
    Optional<Integer> sealer(byte[] message, byte[] seal) {
        return seal == null
                ? Optional.empty()
                : known.computeIfAbsent(
                        List.of(ByteBuffer.wrap(message), ByteBuffer.wrap(seal)),
                        _ -> super.sealer(message, seal));
    }
}
