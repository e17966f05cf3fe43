/**
 * Knows who holds which license and registration, where and until when, and who confirmed it at its
 * source.
 *
 * <p>Other rooms ask {@link Licensing} for facts, for physicians and pharmacies that can serve a
 * state, and lock the credentials while a prescription is signed. Whether a fact is fresh enough is
 * the rulebook's to judge, not ours.
 */
@ApplicationModule(
        displayName = "Licensing",
        allowedDependencies = {"kernel", "runtime", "rulebook"})
@NullMarked
package health.stillwater.licensing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
