/** What every room runs on: who is acting, the clock, the outbox and the tasks. Knows no room. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package health.stillwater.runtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
