package health.stillwater.enrollment;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AssessmentsKept extends Repository<Assessment, AssessmentId> {

    Assessment save(Assessment assessment);

    Optional<Assessment> findById(AssessmentId id);
}
