package health.stillwater.enrollment;

import health.stillwater.kernel.UsState;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a patient says about themselves, as typed: {@link Enrollment#describe} checks it. The state
 * follows from the county.
 *
 * @param name as on their identity document
 * @param dateOfBirth null when what was typed is no date
 * @param phone a mobile number, in any way people write it
 * @param line2 apartment or suite; may be empty
 * @param countyFips five FIPS digits of the county they live in
 * @param zone the time zone they chose, for a county that has two; ignored for any other
 * @param sex as on the document, for identity only; empty when not told
 * @param previousStates other states lived in during the last twelve months; empty means none, null
 *     not answered
 */
public record Profile(
        String name,
        @Nullable LocalDate dateOfBirth,
        String phone,
        String line1,
        String line2,
        String city,
        String postalCode,
        String countyFips,
        @Nullable String zone,
        @Nullable String sex,
        @Nullable Set<UsState> previousStates) {}
