package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Keeps what a signature rests on as it is. Credentials are locked in the order of their ids, and
 * access to signing after them, by everybody, so that nobody waits in a circle.
 */
@Component
class Stillness {

    private final Holders holders;
    private final Credentials credentials;
    private final SigningAccesses accesses;
    private final EntityManager entities;

    Stillness(
            Holders holders,
            Credentials credentials,
            SigningAccesses accesses,
            EntityManager entities) {
        this.holders = holders;
        this.credentials = credentials;
        this.accesses = accesses;
        this.entities = entities;
    }

    /**
     * Shared: those who sign do not wait for each other, whoever changes something waits for all.
     */
    void forSigning(PhysicianId physician, PharmacyId pharmacy) {
        still(
                Stream.of(
                                holders.heldBy(physician),
                                holders.heldBy(pharmacy),
                                credentials.ofTheOrganization())
                        .flatMap(List::stream));
        accesses.findByPhysicianOrderByEnteredAtDesc(physician)
                .forEach(access -> entities.refresh(access, LockModeType.PESSIMISTIC_READ));
    }

    /** Everything a physician holds, as the database has it now, until the transaction ends. */
    List<Credential> of(PhysicianId physician) {
        return still(holders.heldBy(physician).stream());
    }

    private List<Credential> still(Stream<Credential> held) {
        return held.sorted(Comparator.comparing(credential -> credential.id().value()))
                .peek(each -> entities.refresh(each, LockModeType.PESSIMISTIC_READ))
                .toList();
    }
}
