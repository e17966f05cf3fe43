package health.stillwater.licensing;

import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SigningAccesses extends Repository<SigningAccess, UUID> {

    SigningAccess saveAndFlush(SigningAccess access);

    List<SigningAccess> findByPhysicianOrderByEnteredAtDesc(PhysicianId physician);

    /** The latest one entered until then. */
    Optional<SigningAccess> findFirstByPhysicianAndEnteredAtLessThanEqualOrderByEnteredAtDesc(
            PhysicianId physician, Instant at);

    @Query(
            "select a from SigningAccess a where a.revokedAt is null and a.approvedAt is null order by a.enteredAt")
    List<SigningAccess> waiting();

    @Query("select a.physician from SigningAccess a where a.revokedAt is null")
    List<PhysicianId> holders();

    Optional<SigningAccess> findById(UUID id);

    Optional<SigningAccess> findByPhysicianAndRevokedAtIsNull(PhysicianId physician);

    /** Whose it is, without reading it: what is read before its lock may be old. */
    @Query("select a.physician from SigningAccess a where a.id = :id")
    Optional<PhysicianId> physicianOf(UUID id);
}
