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

    Optional<Subscription> findByStripeSubscription(String id);

    Optional<Subscription> findFirstByPatientOrderByPlannedAtDesc(PatientId patient);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Subscription> findByPatientAndStageNotIn(PatientId patient, Collection<Stage> over);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select plan from Subscription plan where plan.id = :id")
    Optional<Subscription> lock(SubscriptionId id);
}
