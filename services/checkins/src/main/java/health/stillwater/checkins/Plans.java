package health.stillwater.checkins;

import health.stillwater.kernel.PatientId;
import health.stillwater.pharmacy.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Plans extends Repository<Plan, UUID> {

    Plan save(Plan plan);

    Optional<Plan> findById(UUID id);

    boolean existsByOrder(OrderId order);

    List<Plan> findByPatientOrderByDeliveredAt(PatientId patient);
}
