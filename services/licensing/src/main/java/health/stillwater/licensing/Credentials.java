package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Credentials extends Repository<Credential, CredentialId> {

    Credential save(Credential credential);

    Credential saveAndFlush(Credential credential);

    List<Credential> findByPhysicianOrderByStateAscKindAsc(PhysicianId physician);

    List<Credential> findByPharmacyOrderByStateAscKindAsc(PharmacyId pharmacy);

    @Query("select c from Credential c where c.organization is not null order by c.state")
    List<Credential> ofTheOrganization();

    Optional<Credential> findById(CredentialId id);

    @Query("select c from Credential c order by c.stand.expiresOn nulls last, c.kind, c.state")
    List<Credential> all();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Credential c where c.id = :id")
    Optional<Credential> locked(CredentialId id);

    @Query(
            "select c.id from Credential c where c.evidence.seenAt is null or c.silentSince is not null"
                    + " or c.evidence.seenAt <= :before"
                    + " or (c.kind = SIGNING_CREDENTIAL and c.evidence.seenAt <= :beforeSigning and exists"
                    + " (select a from SigningAccess a where a.physician = c.physician and a.revokedAt is null))")
    List<CredentialId> toAsk(Instant before, Instant beforeSigning);
}
