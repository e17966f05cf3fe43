package health.stillwater.outlook;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Tallies extends Repository<Tally, UUID> {

    Tally save(Tally tally);

    Optional<Tally> findById(UUID id);

    Optional<Tally> findFirstByDayAndSuppositionOrderByAskedAtDesc(
            LocalDate day, String supposition);
}
