package health.stillwater.review;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** What this physician holds, in the order in which cases are locked. */
    @Query(
            "select c.id from ReviewCase c where c.stage = CLAIMED and c.claimedBy = :physician order by c.id.value")
    List<RequestId> heldBy(PhysicianId physician);

    /** What nobody holds and this physician saw on video, in a state. */
    @Query(
            "select c.id from ReviewCase c where c.stage in (HELD, WAITING) and c.visitPhysician = :physician"
                    + " and (:state is null or c.state = :state) order by c.id.value")
    List<RequestId> freeOf(PhysicianId physician, @Nullable UsState state);

    /** What nobody holds in a state. */
    @Query(
            "select c.id from ReviewCase c where c.stage in (HELD, WAITING) and c.state = :state order by c.id.value")
    List<RequestId> freeIn(UsState state);

    Optional<ReviewCase> findFirstByPatientOrderByOpenedAtDesc(PatientId patient);

    @Query("select c.id from ReviewCase c where c.patient = :patient order by c.openedAt")
    List<RequestId> idsOf(PatientId patient);

    List<ReviewCase> findByPatientInOrderByOpenedAt(Collection<PatientId> patients);
}
