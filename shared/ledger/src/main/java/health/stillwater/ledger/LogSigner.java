package health.stillwater.ledger;

/**
 * Whoever holds the log's private key: this process, or a key service or hardware module that never
 * gives it away. It is asked once for each leaf, by many threads at once, and once for each batch.
 */
interface LogSigner {

    VerifierKey key();

    /** The Ed25519 signature over a message. */
    byte[] sign(byte[] message);
}
