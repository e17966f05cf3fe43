/**
 * Hands a signed and paid prescription to the pharmacy as an order, and knows what became of it.
 *
 * <p>Pharmacists move an order forward through {@link health.stillwater.pharmacy.PharmacyOrders};
 * other rooms hear how far it is, above all that it was delivered.
 */
@ApplicationModule(
        displayName = "Pharmacy",
        allowedDependencies = {
            "kernel",
            "runtime",
            "ledger",
            "billing",
            "prescribing",
            "review",
            "licensing",
            "rulebook",
            "enrollment"
        })
@NullMarked
package health.stillwater.pharmacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
