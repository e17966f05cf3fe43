package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.UsState;
import java.time.LocalDate;
import java.time.ZoneId;

/** A patient as other rooms need them. Whoever shows it to staff publishes {@code Seen}. */
public record PatientView(
        PatientId id,
        String name,
        LocalDate dateOfBirth,
        String phone,
        String email,
        Address address,
        String countyFips,
        String countyName,
        UsState state,
        ZoneId zone) {}
