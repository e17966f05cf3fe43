package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Patients extends Repository<Patient, PatientId> {

    Patient save(Patient patient);

    Optional<Patient> findById(PatientId id);
}
