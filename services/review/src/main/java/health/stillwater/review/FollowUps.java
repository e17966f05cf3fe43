package health.stillwater.review;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FollowUps extends Repository<FollowUp, UUID> {

    Optional<FollowUp> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from FollowUp f where f.id = :id")
    Optional<FollowUp> locked(UUID id);

    List<FollowUp> findByClosedAtIsNull();
}
