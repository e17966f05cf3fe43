package health.stillwater.pharmacy;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MedicationOrders extends Repository<MedicationOrder, OrderId> {

    MedicationOrder save(MedicationOrder order);

    Optional<MedicationOrder> findById(OrderId id);

    Optional<MedicationOrder> findByIdAndPharmacy(OrderId id, PharmacyId pharmacy);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from MedicationOrder o where o.id = :id")
    Optional<MedicationOrder> locked(OrderId id);

    boolean existsByDecisionId(UUID decision);

    Optional<MedicationOrder> findByDecisionId(UUID decision);

    List<MedicationOrder> findByPharmacyAndStageIn(
            PharmacyId pharmacy, Collection<OrderStage> stages, Sort order, Limit limit);

    @Query(
            "select o.stage as stage, count(o) as orders from MedicationOrder o"
                    + " where o.pharmacy = :pharmacy group by o.stage")
    List<Count> countsOf(PharmacyId pharmacy);

    /** How many orders are in a stage. */
    record Count(OrderStage stage, long orders) {}

    List<MedicationOrder> findByPatientOrderBySinceDesc(PatientId patient);

    List<MedicationOrder> findByStage(OrderStage stage);
}
