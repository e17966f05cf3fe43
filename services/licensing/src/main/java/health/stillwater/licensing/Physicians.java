package health.stillwater.licensing;

import health.stillwater.kernel.PhysicianId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Physicians extends Repository<Physician, PhysicianId> {

    Physician saveAndFlush(Physician physician);

    Optional<Physician> findById(PhysicianId id);

    List<Physician> findAllByOrderByName();
}
