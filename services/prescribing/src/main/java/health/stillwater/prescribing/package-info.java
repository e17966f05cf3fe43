/**
 * The signed record of each decision: approve, decline, refer, renew, change or stop, by a licensed
 * human, under a live claim, with a fresh second factor bound to exactly what was shown; and the
 * ledger of days of supply that each decision has to keep.
 *
 * <p>Other rooms read decisions and prescriptions through {@link
 * health.stillwater.prescribing.Prescribing} and hear that one was approved, declined or ended.
 * Nothing here is ever changed; a later decision supersedes an earlier one.
 */
@ApplicationModule(
        displayName = "Prescribing",
        allowedDependencies = {
            "kernel",
            "runtime",
            "ledger",
            "review",
            "visits",
            "enrollment",
            "licensing",
            "rulebook"
        })
@NullMarked
package health.stillwater.prescribing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
