package health.stillwater.licensing;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Organizations extends Repository<Organization, java.util.UUID> {

    Organization saveAndFlush(Organization organization);

    /** There is one, or none yet: the database sees to it. */
    @Query("select o from Organization o")
    Optional<Organization> theOnly();
}
