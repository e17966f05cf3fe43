/**
 * The pages before any account: what this is, what it costs, help in a crisis, and the free
 * assessment.
 */
@ApplicationModule(
        displayName = "Portals: public site",
        allowedDependencies = {"kernel", "runtime", "rulebook", "enrollment", "portals.shell"})
@NullMarked
package health.stillwater.portals.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
