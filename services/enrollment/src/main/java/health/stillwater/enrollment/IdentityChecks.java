package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface IdentityChecks extends Repository<IdentityCheck, IdentityCheckId> {

    IdentityCheck save(IdentityCheck check);

    Optional<IdentityCheck> findById(IdentityCheckId id);

    Optional<IdentityCheck> findBySession(String session);

    Optional<IdentityCheck> findFirstByPatientOrderByBegunAtDesc(PatientId patient);
}
