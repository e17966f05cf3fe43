package health.stillwater.ledger;

import java.io.IOException;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * Signs with a private key from the settings. By Bouncy Castle, which is twenty times as quick at
 * it as the JDK.
 */
class LocalSigner implements LogSigner {

    private final Ed25519PrivateKeyParameters secret;
    private final VerifierKey key;

    /**
     * @param pkcs8 the private key, as base64
     */
    LocalSigner(String name, String pkcs8) {
        this.secret = read(pkcs8);
        this.key = new VerifierKey(name, secret.generatePublicKey().getEncoded());
    }

    private static Ed25519PrivateKeyParameters read(String pkcs8) {
        try {
            if (PrivateKeyFactory.createKey(Base64.getMimeDecoder().decode(pkcs8))
                    instanceof Ed25519PrivateKeyParameters secret) {
                return secret;
            }
        } catch (IOException | RuntimeException unreadable) {
            // Said below, without what was read.
        }
        throw new IllegalStateException("the ledger's signing key is not an Ed25519 key in PKCS8");
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }
}
