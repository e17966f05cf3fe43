/** The one runnable: wiring and security, no logic. */
@NullMarked
package health.stillwater;

import org.jspecify.annotations.NullMarked;
