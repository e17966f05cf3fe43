/**
 * A case file as people read it: the signed decisions as a page and on paper, beside the files that
 * prove them (docs/case-file.md).
 */
@ApplicationModule(
        displayName = "Portals: case file",
        allowedDependencies = {"kernel", "runtime", "ledger", "prescribing", "portals.shell"})
@NullMarked
package health.stillwater.portals.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
