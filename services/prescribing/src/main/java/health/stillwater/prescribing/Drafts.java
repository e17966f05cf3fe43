package health.stillwater.prescribing;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Drafts extends Repository<DraftSheet, UUID> {

    DraftSheet save(DraftSheet draft);

    Optional<DraftSheet> findByRequestAndPhysician(RequestId request, PhysicianId physician);
}
