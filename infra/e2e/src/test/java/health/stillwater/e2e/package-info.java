/**
 * A few journeys through real pages, a real Keycloak and a real browser. Knows pages, not classes.
 */
@NullMarked
package health.stillwater.e2e;

import org.jspecify.annotations.NullMarked;
