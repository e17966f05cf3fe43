package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Signings extends Repository<Signing, UUID> {

    Signing saveAndFlush(Signing signing);

    void flush();

    Optional<Signing> findByIdAndPhysician(UUID id, PhysicianId physician);

    /** The signing, and nobody else's hand on it until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Signing s where s.id = :id and s.physician = :physician")
    Optional<Signing> locked(UUID id, PhysicianId physician);

    /** What the gate said when it stopped a signature, the latest first. */
    @Query(
            "select s.stoppedBy from Signing s where s.patient = :patient and s.stoppedBy is not null"
                    + " order by s.readyAt desc")
    List<String> stopsOf(PatientId patient);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Signing s where s.request = :request and s.state = OPEN")
    List<Signing> lockedOpen(RequestId request);
}
