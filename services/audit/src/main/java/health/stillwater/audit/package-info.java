/**
 * Keeps who did or saw what to whom, and when: one row for every act, written in the act's own
 * transaction.
 *
 * <p>It hears every {@code DomainEvent}; other rooms need not know it. Compliance officers and the
 * patient themselves ask {@link Audit}.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "runtime"})
@NullMarked
package health.stillwater.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
