/**
 * Takes the patient's money through Stripe, month by month, and only after a physician approved.
 *
 * <p>A card is kept on file beforehand and charged nothing. Other rooms hear {@link
 * FirstInvoicePaid}, once for each approved decision, and may say that money is owed back. Stripe
 * is told opaque ids and nothing about the treatment.
 */
@ApplicationModule(
        displayName = "Billing",
        allowedDependencies = {"kernel", "runtime", "prescribing", "enrollment"})
@NullMarked
package health.stillwater.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
