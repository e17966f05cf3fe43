package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Pharmacies extends Repository<Pharmacy, PharmacyId> {

    Pharmacy saveAndFlush(Pharmacy pharmacy);

    Optional<Pharmacy> findById(PharmacyId id);

    List<Pharmacy> findAllByOrderByName();
}
