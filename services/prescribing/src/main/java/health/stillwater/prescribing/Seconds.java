package health.stillwater.prescribing;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Seconds extends Repository<SecondSignature, UUID> {

    SecondSignature saveAndFlush(SecondSignature second);

    Optional<SecondSignature> findById(UUID id);

    Optional<SecondSignature> findByPause(UUID pause);

    /** Those that were asked by a physician for a request, and signed; the latest first. */
    @Query(
            "select s from SecondSignature s where s.request = :request and s.askedBy = :askedBy"
                    + " and s.leaf is not null order by s.signedAt desc")
    List<SecondSignature> signed(RequestId request, PhysicianId askedBy);

    /** One, and nobody else's hand on it until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SecondSignature s where s.id = :id")
    Optional<SecondSignature> locked(UUID id);
}
