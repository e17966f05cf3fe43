/**
 * The pages before any account: what this is, what it costs, help in a crisis, and the free
 * assessment; and the proofs of the log, for whoever wants to check it.
 */
@ApplicationModule(
        displayName = "Portals: public site",
        allowedDependencies = {
            "kernel",
            "runtime",
            "ledger",
            "rulebook",
            "enrollment",
            "portals.shell"
        })
@NullMarked
package health.stillwater.portals.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
