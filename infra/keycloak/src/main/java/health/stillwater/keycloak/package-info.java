/** The sign-in server as we want it: realm, flows, pages, and the people of the demonstration. */
@NullMarked
package health.stillwater.keycloak;

import org.jspecify.annotations.NullMarked;
