/**
 * Live video visits: when one is possible, with whom, and what was found.
 *
 * <p>Other rooms read the facts of a visit through {@link health.stillwater.visits.Visits} and hear
 * that one finished. Only a visit held by live video, with its note signed, is told as finished;
 * any other is recorded and leads nowhere. Evaluations in person are kept here too: they outlive
 * the rule that lets a physician prescribe without one.
 */
@ApplicationModule(
        displayName = "Visits",
        allowedDependencies = {"kernel", "runtime", "enrollment", "licensing", "rulebook"})
@NullMarked
package health.stillwater.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
