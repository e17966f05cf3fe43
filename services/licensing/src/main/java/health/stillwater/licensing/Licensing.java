package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Facts;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door of licensing. */
@Service
public class Licensing {

    private final Physicians physicians;
    private final Pharmacies pharmacies;
    private final Credentials credentials;
    private final Registry registry;
    private final Standing standing;
    private final Portfolio portfolio;
    private final Asking asking;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    Licensing(
            Physicians physicians,
            Pharmacies pharmacies,
            Credentials credentials,
            Registry registry,
            Standing standing,
            Portfolio portfolio,
            Asking asking,
            EntityManager entities,
            JdbcClient jdbc,
            Clock clock) {
        this.physicians = physicians;
        this.pharmacies = pharmacies;
        this.credentials = credentials;
        this.registry = registry;
        this.standing = standing;
        this.portfolio = portfolio;
        this.asking = asking;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is known of a physician, for the gate: the facts' {@code prescriber} group; nothing of a
     * stranger.
     */
    @Transactional(readOnly = true)
    public Facts factsOf(PhysicianId physician) {
        return physicians
                .findById(physician)
                .map(known -> standing.factsOf(known, heldBy(physician)))
                .orElse(Facts.none());
    }

    /**
     * What is known of a pharmacy, for the gate: the facts' {@code pharmacy} group; nothing of a
     * stranger.
     */
    @Transactional(readOnly = true)
    public Facts factsOf(PharmacyId pharmacy) {
        return pharmacies
                .findById(pharmacy)
                .map(known -> standing.factsOf(known, heldBy(pharmacy)))
                .orElse(Facts.none());
    }

    /** Keeps both holders' credentials as they are until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockForSigning(PhysicianId physician, PharmacyId pharmacy) {
        Stream.concat(heldBy(physician).stream(), heldBy(pharmacy).stream())
                .sorted(Comparator.comparing(credential -> credential.id().value()))
                .forEach(
                        credential -> entities.refresh(credential, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Where the physician may prescribe right now; nowhere for a stranger. */
    @Transactional(readOnly = true)
    public Set<UsState> servableBy(PhysicianId physician) {
        return physicians
                .findById(physician)
                .map(this::servable)
                .orElseGet(() -> EnumSet.noneOf(UsState.class));
    }

    /** Who may prescribe in a state right now, by name. */
    @Transactional(readOnly = true)
    public List<PhysicianView> physiciansFor(UsState state) {
        return physicians.findAllByOrderByName().stream()
                .map(physician -> physician.view(servable(physician)))
                .filter(physician -> physician.states().contains(state))
                .toList();
    }

    @Transactional(readOnly = true)
    public PhysicianView physician(PhysicianId physician) {
        var known = known(physician);
        return known.view(servable(known));
    }

    @Transactional(readOnly = true)
    public PharmacyView pharmacy(PharmacyId pharmacy) {
        return view(known(pharmacy));
    }

    @Transactional(readOnly = true)
    public List<PharmacyView> pharmacies() {
        return pharmacies.findAllByOrderByName().stream().map(this::view).toList();
    }

    /**
     * The pharmacy that may ship to a state right now: one at home there before one from outside.
     */
    @Transactional(readOnly = true)
    public Optional<PharmacyId> pharmacyFor(UsState state) {
        return pharmacies().stream()
                .filter(pharmacy -> pharmacy.states().contains(state))
                .min(Comparator.comparing(pharmacy -> pharmacy.homeState() != state))
                .map(PharmacyView::id);
    }

    /** Where a pharmacy hears of orders; the secret is for the program alone. */
    @Transactional(readOnly = true)
    public PharmacyEndpoint endpoint(PharmacyId pharmacy) {
        var secret =
                jdbc.sql("select secret from licensing.pharmacy_secret where pharmacy_id = ?")
                        .param(pharmacy.value())
                        .query(String.class)
                        .optional()
                        .orElseThrow(() -> new Refusal.Missing("This pharmacy's secret"));
        return new PharmacyEndpoint(known(pharmacy).webhook(), secret);
    }

    /** Everything a physician holds, and what is missing. */
    @Transactional(readOnly = true)
    public CredentialsView credentialsOf(PhysicianId physician) {
        return portfolio.of(known(physician), heldBy(physician));
    }

    /** Credentials that end within this time, or ended already; the first to end first. */
    @Transactional(readOnly = true)
    public List<CredentialRow> expiring(Duration within) {
        var limit = clock.instant().plus(within);
        return credentials.findAllByOrderByExpiresOn().stream()
                .filter(
                        credential ->
                                standing.endOf(credential)
                                        .filter(end -> end.isAfter(limit))
                                        .isEmpty())
                .map(
                        credential ->
                                credential.row(holderOf(credential), portfolio.missing(credential)))
                .toList();
    }

    /**
     * Takes a physician into the program; nothing they hold counts before the boards were asked,
     * soon.
     */
    @Transactional
    public PhysicianId register(NewPhysician physician) {
        registry.register(physician);
        return physician.id();
    }

    /**
     * Takes a pharmacy into the program; nothing it holds counts before the boards were asked,
     * soon.
     */
    @Transactional
    public PharmacyId register(NewPharmacy pharmacy) {
        registry.register(pharmacy);
        return pharmacy.id();
    }

    /** Asks the boards about everything the physician holds, soon. */
    @Transactional
    public void verifyNow(PhysicianId physician) {
        known(physician);
        heldBy(physician).forEach(credential -> asking.now(credential.id()));
    }

    /** Asks the boards about everything the pharmacy holds, soon. */
    @Transactional
    public void verifyNow(PharmacyId pharmacy) {
        known(pharmacy);
        heldBy(pharmacy).forEach(credential -> asking.now(credential.id()));
    }

    private Set<UsState> servable(Physician physician) {
        return standing.statesOf(physician, heldBy(physician.id()));
    }

    private PharmacyView view(Pharmacy pharmacy) {
        return pharmacy.view(standing.statesOf(pharmacy, heldBy(pharmacy.id())));
    }

    private String holderOf(Credential credential) {
        var physician = credential.physician();
        var pharmacy = credential.pharmacy();
        if (physician != null) {
            return known(physician).name();
        }
        return pharmacy == null ? "" : known(pharmacy).name();
    }

    private List<Credential> heldBy(PhysicianId physician) {
        return credentials.findByPhysicianOrderByStateAscKindAsc(physician);
    }

    private List<Credential> heldBy(PharmacyId pharmacy) {
        return credentials.findByPharmacyOrderByStateAscKindAsc(pharmacy);
    }

    private Physician known(PhysicianId id) {
        return physicians.findById(id).orElseThrow(() -> new Refusal.Missing("This physician"));
    }

    private Pharmacy known(PharmacyId id) {
        return pharmacies.findById(id).orElseThrow(() -> new Refusal.Missing("This pharmacy"));
    }
}
