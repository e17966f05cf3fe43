/**
 * What every portal is built from: the frame around a page, its parts, who is asking, and what a
 * person reads when something is refused or broken.
 */
@ApplicationModule(
        displayName = "Portals: shell",
        allowedDependencies = {"kernel", "runtime", "rulebook"})
@NullMarked
package health.stillwater.portals.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
