package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Subscriptions extends Repository<Subscription, SubscriptionId> {

    Subscription save(Subscription subscription);

    Optional<Subscription> findById(SubscriptionId id);

    /** Only the id: what is read before its lock may be old. */
    @Query("select plan.id from Subscription plan where plan.stripeSubscription = :id")
    Optional<SubscriptionId> idAtStripe(String id);

    @Query(
            "select plan.id from Subscription plan where plan.patient = :patient order by plan.plannedAt desc limit 1")
    Optional<SubscriptionId> latestOf(PatientId patient);

    Optional<Subscription> findFirstByPatientOrderByPlannedAtDesc(PatientId patient);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Subscription> findByPatientAndStageNotIn(PatientId patient, Collection<Stage> over);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select plan from Subscription plan where plan.id = :id")
    Optional<Subscription> lock(SubscriptionId id);
}
