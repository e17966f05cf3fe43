/**
 * The pages of a patient: the one thing to do now, what happened, what was decided and why, and who
 * looked.
 */
@ApplicationModule(
        displayName = "Portals: patient",
        allowedDependencies = {
            "kernel",
            "runtime",
            "ledger",
            "rulebook",
            "enrollment",
            "visits",
            "review",
            "prescribing",
            "billing",
            "pharmacy",
            "checkins",
            "audit",
            "portals.casefile",
            "portals.shell"
        })
@NullMarked
package health.stillwater.portals.patient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
