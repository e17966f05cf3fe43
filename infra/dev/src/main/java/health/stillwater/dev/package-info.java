/** One command: database, sign-in server, pretended world and application, on one machine. */
@NullMarked
package health.stillwater.dev;

import org.jspecify.annotations.NullMarked;
