package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AssessmentsKept extends Repository<Assessment, AssessmentId> {

    Assessment save(Assessment assessment);

    Optional<Assessment> findById(AssessmentId id);

    List<Assessment> findByPatientAndFinishedAtIsNotNullOrderByFinishedAt(PatientId patient);
}
