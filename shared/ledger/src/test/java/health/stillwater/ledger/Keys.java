package health.stillwater.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Private keys for tests. */
final class Keys {

    private static final byte[] PREFIX =
            HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Keys() {}

    private static byte[] pkcs8(byte seed) {
        var encoded = Arrays.copyOf(PREFIX, PREFIX.length + 32);
        Arrays.fill(encoded, PREFIX.length, encoded.length, seed);
        return encoded;
    }

    /** A key made of one byte, over and over. */
    static LogSigner signer(int seed) {
        return new LocalSigner(
                LedgerConfiguration.ORIGIN, Base64.getEncoder().encodeToString(pkcs8((byte) seed)));
    }
}
