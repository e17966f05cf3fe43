/** What tests stand on: a real PostgreSQL, a clock moved by hand, somebody to act as. */
@NullMarked
package health.stillwater.testing;

import org.jspecify.annotations.NullMarked;
