package health.stillwater.licensing;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.rulebook.Facts;
import health.stillwater.runtime.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk where credentials are kept: a compliance officer records them, has their sources asked,
 * reads their history, and grants access to signing together with a second person.
 */
@Service
public class Credentialing {

    private static final int SHOWN = 50;

    private final Credentials credentials;
    private final Holders holders;
    private final Registry registry;
    private final History history;
    private final Confirmations confirmations;
    private final SigningAccesses accesses;
    private final Signers signers;
    private final Asking asking;
    private final Clock clock;

    Credentialing(
            Credentials credentials,
            Holders holders,
            Registry registry,
            History history,
            Confirmations confirmations,
            SigningAccesses accesses,
            Signers signers,
            Asking asking,
            Clock clock) {
        this.credentials = credentials;
        this.holders = holders;
        this.registry = registry;
        this.history = history;
        this.confirmations = confirmations;
        this.accesses = accesses;
        this.signers = signers;
        this.asking = asking;
        this.clock = clock;
    }

    /** Every credential, the first to end first, those without an end last. */
    @Transactional(readOnly = true)
    public List<CredentialRow> all() {
        return holders.rows(credentials.all());
    }

    /** Everything of one holder, and how it came to stand so. */
    @Transactional(readOnly = true)
    public HolderView holder(Holder holder) {
        only(Actor.Kind.COMPLIANCE);
        var physician = holder.physician();
        var name = holders.nameOf(holder);
        return new HolderView(
                holder,
                name,
                holders.rows(holders.heldBy(holder)),
                history.of(holder),
                physician == null ? List.of() : accessOf(physician, name));
    }

    private List<SigningAccessView> accessOf(PhysicianId physician, String name) {
        return accesses.findByPhysicianOrderByEnteredAtDesc(physician).stream()
                .map(access -> access.view(name))
                .toList();
    }

    /** One credential and what its source said, the latest first. */
    @Transactional(readOnly = true)
    public CredentialView credential(CredentialId id) {
        only(Actor.Kind.COMPLIANCE);
        var found = found(id);
        return new CredentialView(
                holders.rows(List.of(found)).getFirst(), confirmations.of(id, SHOWN));
    }

    /**
     * What was known of a physician at a past instant, for the gate, from the terms that stood then
     * and the answers that had come by then; nothing of a stranger.
     */
    @Transactional(readOnly = true)
    public Facts factsOf(PhysicianId physician, Instant at) {
        only(Actor.Kind.COMPLIANCE);
        return history.factsOf(physician, at);
    }

    /**
     * Takes in a credential. A new number takes the place of the old one of its kind and state. It
     * counts once its source was asked, soon.
     */
    @Transactional
    public CredentialId record(Holder holder, NewCredential told) {
        only(Actor.Kind.COMPLIANCE);
        holders.requireRightPlace(holder, told);
        var kind = CredentialKind.of(told);
        var known =
                holders.heldBy(holder).stream()
                        .filter(each -> each.kind() == kind && each.state() == told.state())
                        .toList();
        if (known.stream().anyMatch(each -> each.stand().number().equals(told.number()))) {
            throw new Refusal.Overtaken(
                    "This number is on file already. Record its renewal instead.");
        }
        Optional<Credential> inItsPlace =
                kind == CredentialKind.BOARD_CERTIFICATION
                        ? Optional.empty()
                        : known.stream().findFirst().flatMap(each -> credentials.locked(each.id()));
        return registry.record(holder, told, inItsPlace);
    }

    /** Its holder says that it is renewed; the old end counts until its source says so too. */
    @Transactional
    public void renew(CredentialId id, LocalDate through, @Nullable Evidence paper) {
        only(Actor.Kind.COMPLIANCE);
        var credential =
                credentials.locked(id).orElseThrow(() -> new Refusal.Missing("This credential"));
        var now = clock.instant();
        credential.isRenewed(through, now);
        credentials.saveAndFlush(credential);
        registry.keepPaper(id, paper, now);
        asking.now(id);
    }

    /** Asks its source once more, soon. */
    @Transactional
    public void askAgain(CredentialId id) {
        only(Actor.Kind.COMPLIANCE);
        asking.now(found(id).id());
    }

    /** The first person says that a physician may sign electronically. */
    @Transactional
    public UUID enterAccess(PhysicianId physician) {
        return signers.enter(physician, only(Actor.Kind.COMPLIANCE));
    }

    /** The second person, a physician registered with DEA, approves it with their second factor. */
    @Transactional
    public void approveAccess(UUID access, FactorOfApprover factor) {
        signers.approve(access, only(Actor.Kind.PHYSICIAN), factor);
    }

    /** Ends a physician's access to signing at once, for good. */
    @Transactional
    public void revokeAccess(PhysicianId physician, String because) {
        var officer = only(Actor.Kind.COMPLIANCE);
        if (because.isBlank()) {
            throw new Refusal.Forbidden("Say why the access is revoked.");
        }
        signers.revoke(physician, because.strip(), officer.name());
    }

    /** What waits for a second person, and may be approved by whoever acts. */
    @Transactional(readOnly = true)
    public List<SigningAccessView> accessToApprove() {
        var me = only(Actor.Kind.PHYSICIAN).id();
        return accesses.waiting().stream()
                .filter(access -> !access.physician().value().equals(me))
                .filter(access -> !access.isEnteredBy(me))
                .map(access -> access.view(holders.known(access.physician()).name()))
                .toList();
    }

    private Credential found(CredentialId id) {
        return credentials.findById(id).orElseThrow(() -> new Refusal.Missing("This credential"));
    }

    private static Actor only(Actor.Kind kind) {
        var actor = Acting.now();
        if (actor.kind() != kind) {
            throw new Refusal.Missing("This page");
        }
        return actor;
    }
}
