package health.stillwater.visits;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface VisitsKept extends Repository<Visit, VisitId> {

    Visit saveAndFlush(Visit visit);

    List<Visit> findAllById(Iterable<VisitId> ids);

    Optional<Visit> findByIdAndPhysician(VisitId id, PhysicianId physician);

    Optional<Visit> findByIdAndPatient(VisitId id, PatientId patient);

    Optional<Visit> findFirstByPatientOrderByBookedAtDesc(PatientId patient);

    Optional<Visit> findFirstByRequestAndStageIn(RequestId request, Collection<VisitStage> stages);

    Optional<Visit> findFirstByRequestAndStageInOrderByStartsAtDesc(
            RequestId request, Collection<VisitStage> stages);

    List<Visit> findByPhysicianAndStartsAtAfterAndStageNotOrderByStartsAt(
            PhysicianId physician, Instant after, VisitStage not);
}
