/**
 * The pages of a pharmacist: the orders that wait, one order with all that is needed to fill it,
 * and what became of it.
 */
@ApplicationModule(
        displayName = "Portals: pharmacy",
        allowedDependencies = {"kernel", "runtime", "pharmacy", "portals.shell"})
@NullMarked
package health.stillwater.portals.pharmacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
