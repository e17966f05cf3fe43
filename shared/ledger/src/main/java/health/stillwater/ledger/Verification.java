package health.stillwater.ledger;

import java.time.Instant;

/** What came of recomputing the whole log from its leaves. */
public sealed interface Verification {

    Instant at();

    /**
     * Every leaf, every root and every checkpoint agree.
     *
     * @param root hexadecimal
     * @param checkpoints how many signed checkpoints, inside and outside the database, were
     *     compared
     */
    record Sound(long size, String root, int checkpoints, Instant at) implements Verification {}

    /**
     * Something was changed, lost or put in afterwards.
     *
     * @param index the first leaf that cannot be trusted
     * @param reason what does not agree, in words for the compliance officer
     */
    record Broken(long index, String reason, Instant at) implements Verification {}
}
