/**
 * The pages of a physician: the queue, one case on one screen, the page where a decision is signed,
 * and what they signed; their visits, what they must look after, and their own licenses.
 */
@ApplicationModule(
        displayName = "Portals: physician",
        allowedDependencies = {
            "kernel",
            "runtime",
            "ledger",
            "rulebook",
            "licensing",
            "enrollment",
            "visits",
            "review",
            "prescribing",
            "checkins",
            "portals.shell"
        })
@NullMarked
package health.stillwater.portals.physician;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
