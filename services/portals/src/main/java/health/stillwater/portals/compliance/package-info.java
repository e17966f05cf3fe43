/**
 * The pages of a compliance officer: the rules and where they come from, the ledger and how anyone
 * checks it, who did or saw what, and which licenses end; who would be stopped on a day to come,
 * and why one patient is stopped today.
 */
@ApplicationModule(
        displayName = "Portals: compliance",
        allowedDependencies = {
            "kernel",
            "runtime",
            "ledger",
            "rulebook",
            "licensing",
            "prescribing",
            "audit",
            "outlook",
            "visits",
            "portals.casefile",
            "review",
            "portals.shell"
        })
@NullMarked
package health.stillwater.portals.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
