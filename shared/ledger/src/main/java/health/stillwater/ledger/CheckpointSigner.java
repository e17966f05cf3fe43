package health.stillwater.ledger;

/** Whoever holds the private key: this process, or a key service that never gives it away. */
interface CheckpointSigner {

    VerifierKey key();

    /** The Ed25519 signature over a message. */
    byte[] sign(byte[] message);
}
