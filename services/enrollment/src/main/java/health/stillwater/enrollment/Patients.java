package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Patients extends Repository<Patient, PatientId> {

    Patient save(Patient patient);

    Optional<Patient> findById(PatientId id);

    default Patient known(PatientId id) {
        return findById(id).orElseThrow(() -> new Refusal.Missing("This patient"));
    }
}
