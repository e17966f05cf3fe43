package health.stillwater.outlook;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.ConsentFacts;
import health.stillwater.rulebook.Facts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in care, as far as dated rules are concerned.
 *
 * @param coveredThrough the last day the medicine sent lasts; the day before the prescription when
 *     none was sent
 * @param evaluated whether their own physician evaluated them in person
 * @param consents the forms they signed; null when nothing is known of them
 * @param facts what else is known of the person; of physician and pharmacy licensing is asked
 */
record Person(
        PatientId patient,
        RequestId request,
        String reference,
        UsState state,
        ZoneId zone,
        PhysicianId physician,
        PharmacyId pharmacy,
        @Nullable LocalDate filledOn,
        int daysSupply,
        LocalDate coveredThrough,
        boolean evaluated,
        @Nullable Map<String, ConsentFacts> consents,
        Facts facts) {}
