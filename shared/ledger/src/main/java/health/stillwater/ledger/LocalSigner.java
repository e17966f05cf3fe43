package health.stillwater.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Signs with a private key from the settings. */
class LocalSigner implements CheckpointSigner {

    private final PrivateKey secret;
    private final VerifierKey key;

    /**
     * @param pkcs8 the private key, as base64
     */
    LocalSigner(String name, String pkcs8) {
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pkcs8));
            this.secret = KeyFactory.getInstance("Ed25519").generatePrivate(encoded);
            this.key = VerifierKey.of(name, publicHalf(secret).getPublic());
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    "the ledger's signing key is not an Ed25519 key in PKCS8");
        }
        var message = new byte[] {1, 2, 3};
        if (!key.verifies(message, sign(message))) {
            throw new IllegalStateException(
                    "the ledger's signing key does not fit its public half");
        }
    }

    /**
     * The JDK derives a public key only while it makes a pair; so it makes the pair again, from the
     * same secret.
     */
    private static KeyPair publicHalf(PrivateKey secret) throws GeneralSecurityException {
        var seed = ((EdECPrivateKey) secret).getBytes().orElseThrow(GeneralSecurityException::new);
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
        return generator.generateKeyPair();
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot sign", broken);
        }
    }

    /** Randomness that is none: it gives out the one secret it was made with. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("asked for " + bytes.length + " bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
