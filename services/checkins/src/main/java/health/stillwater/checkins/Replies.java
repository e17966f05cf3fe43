package health.stillwater.checkins;

import health.stillwater.kernel.PatientId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Replies extends Repository<Reply, UUID> {

    Reply save(Reply reply);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Reply r where r.id = :id")
    Optional<Reply> locked(UUID id);

    List<Reply> findByPatientOrderByReceivedAt(PatientId patient);

    @Query(
            "select count(reply) > 0 from Reply reply where reply.checkIn = ?1 and reply.meaning = ?2")
    boolean answered(UUID checkIn, String meaning);
}
