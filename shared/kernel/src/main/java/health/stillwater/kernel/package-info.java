/** The few words every room speaks: ids, places, money, who is acting, news and refusals. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package health.stillwater.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
