/**
 * The pages of billing staff: accounts, what must be looked at, and giving money back. No word of
 * the treatment.
 */
@ApplicationModule(
        displayName = "Portals: billing",
        allowedDependencies = {"kernel", "runtime", "billing", "portals.shell"})
@NullMarked
package health.stillwater.portals.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
