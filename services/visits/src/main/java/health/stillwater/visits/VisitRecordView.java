package health.stillwater.visits;

import health.stillwater.kernel.PhysicianId;
import java.time.Instant;

/** The signed note of a request's latest finished visit, for the case page. */
public record VisitRecordView(
        VisitId visit,
        PhysicianId physician,
        Instant startedAt,
        Instant signedAt,
        VisitRecord record) {}
