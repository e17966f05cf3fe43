package health.stillwater.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The key a demonstration signs its ledger with: made once, kept beside its data. */
final class LedgerKey {

    private LedgerKey() {}

    static String in(Path data) throws IOException {
        var file = data.resolve("ledger-key");
        if (!Files.exists(file)) {
            Files.createDirectories(data);
            Files.writeString(file, made());
        }
        return Files.readString(file);
    }

    private static String made() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException missing) {
            throw new CannotStart("This Java has no Ed25519.");
        }
    }
}
