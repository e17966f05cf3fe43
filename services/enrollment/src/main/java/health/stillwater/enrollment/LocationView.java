package health.stillwater.enrollment;

import health.stillwater.kernel.UsState;
import java.time.Instant;
import java.time.ZoneId;

/** Where a patient last said they were. */
public record LocationView(
        UsState state, String countyFips, String countyName, ZoneId zone, Instant at) {}
