/**
 * The dated rules: federal, state, clinical and our own; and one evaluator, facts in, verdicts out.
 *
 * <p>Other rooms gather {@link Facts}, ask {@link Rulebook} to judge them at a {@link Moment}, and
 * keep the snapshot with what they did. The rulebook fetches nothing and knows no patient.
 */
@ApplicationModule(
        displayName = "Rulebook",
        allowedDependencies = {"kernel", "runtime"})
@NullMarked
package health.stillwater.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
