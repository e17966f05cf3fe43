package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Patients extends Repository<Patient, PatientId> {

    Patient save(Patient patient);

    Optional<Patient> findById(PatientId id);

    /** Whoever else writes about this patient waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Patient where id = :id")
    Optional<Patient> locked(PatientId id);

    default Patient known(PatientId id) {
        return findById(id).orElseThrow(() -> new Refusal.Missing("This patient"));
    }
}
