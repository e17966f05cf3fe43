package health.stillwater.licensing;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.rulebook.PrescriberFacts.TwoFactor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Gives and takes access to signing. It rests on a license, a DEA registration and a second factor:
 * whoever loses one of them loses the access with it, at once.
 */
@Component
class Signers {

    private final SigningAccesses accesses;
    private final Physicians physicians;
    private final Holders holders;
    private final Stillness stillness;
    private final Standing standing;
    private final EntityManager entities;
    private final Clock clock;

    Signers(
            SigningAccesses accesses,
            Physicians physicians,
            Holders holders,
            Stillness stillness,
            Standing standing,
            EntityManager entities,
            Clock clock) {
        this.accesses = accesses;
        this.physicians = physicians;
        this.holders = holders;
        this.stillness = stillness;
        this.standing = standing;
        this.entities = entities;
        this.clock = clock;
    }

    /** The first person says that this physician may sign. */
    UUID enter(PhysicianId physician, Actor officer) {
        requireGround(physician);
        try {
            return accesses.saveAndFlush(new SigningAccess(physician, officer, clock.instant()))
                    .id();
        } catch (DataIntegrityViolationException standing) {
            throw new Refusal.Overtaken(
                    "This physician has signing access, or it waits for the second person.");
        }
    }

    /** The second person, a DEA registrant with a second factor just completed, agrees. */
    void approve(UUID id, Actor approver, FactorOfApprover factor) {
        var now = clock.instant();
        var physician =
                accesses.physicianOf(id)
                        .orElseThrow(() -> new Refusal.Missing("This signing access"));
        factor.objectionTo(id, approver.id(), now)
                .ifPresent(
                        why -> {
                            throw new Refusal.Forbidden(why);
                        });
        requireGround(physician);
        var dea = requireRegistrant(new PhysicianId(approver.id()));
        var access = still(accesses.findById(id).orElseThrow());
        access.isApproved(approver, dea, factor.authTime(), now);
        accesses.saveAndFlush(access);
    }

    void revoke(PhysicianId physician, String because, String by) {
        var access =
                accesses.findByPhysicianAndRevokedAtIsNull(physician)
                        .map(this::still)
                        .orElseThrow(
                                () ->
                                        new Refusal.Overtaken(
                                                "This physician has no signing access now."));
        access.isRevoked(because, by, clock.instant());
        accesses.saveAndFlush(access);
    }

    /** Looks whether the ground still holds, and takes the access back when it does not. */
    void hold(PhysicianId physician, Collection<Credential> held) {
        var now = clock.instant();
        var lost = lost(held, now);
        if (!lost.isEmpty()) {
            accesses.findByPhysicianAndRevokedAtIsNull(physician)
                    .map(this::still)
                    .filter(access -> !access.isRevoked())
                    .ifPresent(
                            access -> {
                                access.isRevoked(lost, "the program", now);
                                accesses.saveAndFlush(access);
                            });
        }
    }

    /**
     * As the database has it now, until this transaction ends. Always locked after credentials, so
     * that nobody waits in a circle.
     */
    private SigningAccess still(SigningAccess access) {
        entities.refresh(access, LockModeType.PESSIMISTIC_WRITE);
        return access;
    }

    /** What was lost, in words; empty when nothing was. Not being able to tell is no loss. */
    private String lost(Collection<Credential> held, Instant now) {
        for (var credential : held) {
            var ground =
                    credential.kind() == CredentialKind.DEA
                            || credential.kind() == CredentialKind.LICENSE;
            if (ground && credential.stand().isTakenAwayAt(now)) {
                return named(credential) + " is no longer in force.";
            }
            if (credential.kind() == CredentialKind.SIGNING_CREDENTIAL
                    && isBroken(credential.heldAt(now))) {
                return "The second factor is no longer current.";
            }
        }
        if (allOver(held, CredentialKind.DEA)) {
            return "Every DEA registration has ended.";
        }
        return allOver(held, CredentialKind.LICENSE) ? "Every license has ended." : "";
    }

    private static String named(Credential credential) {
        var state = credential.state();
        return credential.kind().title() + (state == null ? "" : " in " + state.title());
    }

    private static boolean isBroken(Held signing) {
        var factor = signing.secondFactor();
        return factor != null && factor != TwoFactor.CURRENT;
    }

    private boolean allOver(Collection<Credential> held, CredentialKind kind) {
        var ofKind = held.stream().filter(credential -> credential.kind() == kind).toList();
        return !ofKind.isEmpty() && ofKind.stream().allMatch(standing::isOver);
    }

    /** Somebody who may prescribe nowhere needs no access, and must not have it. */
    private void requireGround(PhysicianId physician) {
        var known = holders.known(physician);
        var held = stillness.of(physician);
        if (standing.statesOf(known, held).isEmpty() || !lost(held, clock.instant()).isEmpty()) {
            throw new Refusal.Forbidden(
                    known.name()
                            + " may prescribe in no state now: license and DEA registration must be"
                            + " confirmed at their source first.");
        }
    }

    private String requireRegistrant(PhysicianId approver) {
        var held = stillness.of(approver);
        var now = clock.instant();
        var secured =
                held.stream()
                        .filter(each -> each.kind() == CredentialKind.SIGNING_CREDENTIAL)
                        .map(each -> each.heldAt(now))
                        .filter(standing::isKnown)
                        .anyMatch(
                                each ->
                                        Boolean.TRUE.equals(each.identityProofed())
                                                && each.secondFactor() == TwoFactor.CURRENT);
        return physicians
                .findById(approver)
                .filter(_ -> secured)
                .flatMap(known -> standing.deaInForce(known, held))
                .map(dea -> dea.stand().number())
                .orElseThrow(
                        () ->
                                new Refusal.Forbidden(
                                        "Only a DEA registrant with a current second factor approves"
                                                + " signing access. Yours are not confirmed now."));
    }
}
