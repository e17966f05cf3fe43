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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
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

    List<ReviewCase> findByIdIn(Collection<RequestId> ids);

    @Query("select c.id from ReviewCase c where c.stage = HELD order by c.openedAt")
    List<RequestId> held(Limit limit);

    @Query("select c.id from ReviewCase c where c.stage = CLAIMED and c.hold.claimedUntil <= :now")
    List<RequestId> pastTheirLease(Instant now);

    @Query("select c.id from ReviewCase c where c.stage = WAITING and c.keeping.until <= :now")
    List<RequestId> keptLongEnough(Instant now, Limit limit);

    @Query("select c.id from ReviewCase c where c.stage = PAUSED and c.pausing.returnsAt <= :now")
    List<RequestId> comingBack(Instant now);

    @Query(
            "select c.id from ReviewCase c where c.stage <> DECIDED and c.clock.overdueSince is null"
                    + " and c.clock.clockStoppedAt is null and c.clock.dueAt < :now")
    List<RequestId> lateWithoutAlarm(Instant now, Limit limit);

    @Query(
            "select c from ReviewCase c where c.stage <> DECIDED and c.clock.overdueSince is not null"
                    + " order by c.clock.dueAt")
    List<ReviewCase> overdue(Limit limit);

    /** What this physician holds, in the order in which cases are locked. */
    @Query(
            "select c.id from ReviewCase c where c.stage = CLAIMED and c.hold.claimedBy = :physician order by c.id.value")
    List<RequestId> heldBy(PhysicianId physician);

    @Query(
            "select c from ReviewCase c where c.stage = CLAIMED and c.hold.claimedBy = :physician"
                    + " and c.state in :states and c.hold.claimedUntil > :now order by c.hold.claimedUntil")
    List<ReviewCase> claimedBy(PhysicianId physician, Set<UsState> states, Instant now);

    /** The one taken first comes first; ids only, for what is read before its lock may be old. */
    @Query(
            "select c.id from ReviewCase c where c.stage = CLAIMED and c.hold.claimedBy = :physician"
                    + " and c.state in :states and c.hold.claimedUntil > :now order by c.hold.claimedUntil")
    List<RequestId> unfinished(PhysicianId physician, Set<UsState> states, Instant now);

    @Query(
            "select c from ReviewCase c where c.stage = HELD and c.visitPhysician = :physician and c.state in :states"
                    + " order by c.clock.dueAt")
    List<ReviewCase> heldBackOf(PhysicianId physician, Set<UsState> states, Limit limit);

    @Query(
            "select c from ReviewCase c where c.stage = PAUSED and c.pausing.by = :physician and c.state in :states"
                    + " order by c.clock.dueAt")
    List<ReviewCase> pausedBy(PhysicianId physician, Set<UsState> states, Limit limit);

    @Query(
            "select c from ReviewCase c where c.stage = PAUSED and c.pausing.kind = SECOND_OPINION"
                    + " and c.pausing.by <> :physician and c.state in :states order by c.clock.dueAt")
    List<ReviewCase> wantingAnOpinion(PhysicianId physician, Set<UsState> states, Limit limit);

    @Query(
            "select c from ReviewCase c where c.stage = PAUSED and c.pausing.kind = ESCALATION order by c.clock.dueAt")
    List<ReviewCase> escalated(Limit limit);

    /** What nobody holds and is kept for a physician, or was seen by them, in these states. */
    @Query(
            "select c.id from ReviewCase c where c.stage = WAITING and c.keeping.physician = :physician"
                    + " order by c.id.value")
    List<RequestId> keptFor(PhysicianId physician);

    /** What nobody holds and this physician saw on video, in a state. */
    @Query(
            "select c.id from ReviewCase c where c.stage in (HELD, WAITING) and c.visitPhysician = :physician"
                    + " and (:state is null or c.state = :state) order by c.id.value")
    List<RequestId> freeOf(PhysicianId physician, @Nullable UsState state);

    /** What nobody holds in a state. */
    @Query(
            "select c.id from ReviewCase c where c.stage in (HELD, WAITING) and c.state = :state order by c.id.value")
    List<RequestId> freeIn(UsState state);

    /** What waits, in any state. */
    @Query("select c.id from ReviewCase c where c.stage = WAITING order by c.id.value")
    List<RequestId> waiting();

    Optional<ReviewCase> findFirstByPatientOrderByOpenedAtDesc(PatientId patient);

    @Query("select c.id from ReviewCase c where c.patient = :patient order by c.openedAt")
    List<RequestId> idsOf(PatientId patient);

    List<ReviewCase> findByPatientInOrderByOpenedAt(Collection<PatientId> patients);
}
