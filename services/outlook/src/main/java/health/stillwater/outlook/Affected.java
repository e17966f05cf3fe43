package health.stillwater.outlook;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who would be stopped.
 *
 * @param reference a short name of the patient's case for people
 * @param filledOn when medicine last left the pharmacy; null when none did
 * @param coveredThrough the last day for which they have medicine
 * @param daysLeft from today to that day; negative when it is over
 * @param stops the rows that would not pass
 * @param already whether they are stopped today too
 * @param nextSteps what to do for them, the first first
 */
public record Affected(
        PatientId patient,
        String reference,
        UsState state,
        PhysicianId physician,
        String physicianName,
        PharmacyId pharmacy,
        String pharmacyName,
        @Nullable LocalDate filledOn,
        LocalDate coveredThrough,
        long daysLeft,
        List<Verdict> stops,
        boolean already,
        List<String> nextSteps) {}
