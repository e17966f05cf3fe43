/**
 * A tamper-evident, append-only log: a Merkle tree (RFC 6962) over the signed decisions, with
 * signed checkpoints kept outside the database.
 *
 * <p>Rooms append the exact bytes they want to be held to; anyone can later prove that the bytes
 * are in the log, and that the log only ever grew.
 */
@ApplicationModule(
        displayName = "Ledger",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel", "runtime"})
@NullMarked
package health.stillwater.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
