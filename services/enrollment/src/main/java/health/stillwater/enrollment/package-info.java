/**
 * Who is in the program, what they told us, what they agreed to.
 *
 * <p>Before any account, {@link health.stillwater.enrollment.Assessments} asks a few questions.
 * Afterwards {@link health.stillwater.enrollment.Enrollment} walks a patient through the steps and
 * asks the gate once, at the end. Other rooms read facts about a request here and hear that a
 * patient enrolled.
 */
@ApplicationModule(
        displayName = "Enrollment",
        allowedDependencies = {"kernel", "runtime", "rulebook", "licensing"})
@NullMarked
package health.stillwater.enrollment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
