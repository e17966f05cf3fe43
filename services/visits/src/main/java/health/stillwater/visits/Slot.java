package health.stillwater.visits;

import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * A time that can be booked.
 *
 * @param local the same time where the patient lives
 */
public record Slot(
        PhysicianId physician, String physicianName, Instant startsAt, ZonedDateTime local) {}
