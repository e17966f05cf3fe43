package health.stillwater.visits;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import java.time.Instant;

/** A prescription-monitoring report as a physician read it, for one request. */
public record PdmpView(
        UsState state,
        String reportId,
        String findings,
        PhysicianId reviewedBy,
        Instant reviewedAt) {}
