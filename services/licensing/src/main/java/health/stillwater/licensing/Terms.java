package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Terms extends Repository<Term, Long> {

    /** How everything a physician holds stood at an instant. */
    @Query(
            "select t from Term t join fetch t.credential c where c.physician = :physician"
                    + " and t.fromAt <= :at and (t.untilAt is null or t.untilAt > :at) order by c.id.value")
    List<Term> of(PhysicianId physician, Instant at);

    /** The history of everything a holder holds, the latest first. */
    @Query(
            "select t from Term t join fetch t.credential c where c.physician = :physician or c.pharmacy = :pharmacy"
                    + " or c.organization = :organization order by t.fromAt desc, t.id desc")
    List<Term> ofHolder(
            @Nullable PhysicianId physician,
            @Nullable PharmacyId pharmacy,
            java.util.@Nullable UUID organization);
}
