package health.stillwater.review;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReviewCases extends Repository<ReviewCase, RequestId> {

    ReviewCase save(ReviewCase reviewCase);

    Optional<ReviewCase> findById(RequestId id);

    /** The case, and nobody else's hand on it until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ReviewCase c where c.id = :id")
    Optional<ReviewCase> locked(RequestId id);

    List<ReviewCase> findByStateInAndStageIn(
            Collection<UsState> states, Collection<CaseStage> stages);

    @Query("select c.id from ReviewCase c where c.stage = :stage order by c.openedAt")
    List<RequestId> idsAt(CaseStage stage);

    @Query("select c.id from ReviewCase c where c.stage = CLAIMED and c.claimedUntil <= :now")
    List<RequestId> pastTheirLease(Instant now);

    Optional<ReviewCase> findFirstByPatientOrderByOpenedAtDesc(PatientId patient);

    @Query("select c.id from ReviewCase c where c.patient = :patient order by c.openedAt")
    List<RequestId> idsOf(PatientId patient);

    List<ReviewCase> findByPatientInOrderByOpenedAt(Collection<PatientId> patients);
}
