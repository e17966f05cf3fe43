package health.stillwater.ledger;

/**
 * The log at one size, signed. Who holds an old one can prove that the log has only grown since.
 *
 * @param root the Merkle tree hash over the first {@code size} leaves
 * @param note the whole signed text (C2SP tlog-checkpoint), as it is kept and published
 */
public record Checkpoint(long size, byte[] root, String note) {}
