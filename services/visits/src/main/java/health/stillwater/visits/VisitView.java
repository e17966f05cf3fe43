package health.stillwater.visits;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One visit, for the two people in it.
 *
 * @param zone where the patient lives
 * @param modality how they met; null until finished
 */
public record VisitView(
        VisitId id,
        RequestId request,
        PatientId patient,
        PhysicianId physician,
        String physicianName,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        VisitStage stage,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        VisitRecord.@Nullable Modality modality) {

    /** Whether it was held by video and its note signed: what a decision can stand on. */
    public boolean counts() {
        return stage == VisitStage.FINISHED && modality == VisitRecord.Modality.VIDEO;
    }
}
