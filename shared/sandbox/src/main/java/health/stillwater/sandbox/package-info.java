/**
 * The world, pretended, in one JVM: a database, a sign-in server, Stripe, Twilio, a licensing
 * board, a pharmacy.
 */
@NullMarked
package health.stillwater.sandbox;

import org.jspecify.annotations.NullMarked;
