package health.stillwater.portals.compliance;

import health.stillwater.ledger.KeptCheckpoint;
import health.stillwater.ledger.Verification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger, as compliance reads it.
 *
 * @param key what checkpoints are verified with (C2SP vkey)
 * @param verification what a check just found; null when none was asked for
 * @param proof that one entry is in the ledger; null when none was asked for
 * @param entry the number of the entry that was asked for, as it was typed
 */
public record LedgerPage(
        long entries,
        List<KeptCheckpoint> checkpoints,
        String key,
        @Nullable Verification verification,
        @Nullable EntryProof proof,
        String entry) {

    LedgerPage with(Verification found) {
        return new LedgerPage(entries, checkpoints, key, found, proof, entry);
    }

    LedgerPage with(String typed, @Nullable EntryProof found) {
        return new LedgerPage(entries, checkpoints, key, verification, found, typed);
    }

    public @Nullable KeptCheckpoint last() {
        return checkpoints.isEmpty() ? null : checkpoints.getFirst();
    }
}
