/**
 * Asks a patient by text message how they are, on a schedule that begins when the drug arrives, and
 * understands the replies.
 *
 * <p>Other rooms ask {@link health.stillwater.checkins.CheckIns} what was answered; an alarming
 * answer becomes a follow-up in the physicians' queue.
 */
@ApplicationModule(
        displayName = "Check-ins",
        allowedDependencies = {"kernel", "runtime", "pharmacy", "review", "enrollment"})
@NullMarked
package health.stillwater.checkins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
