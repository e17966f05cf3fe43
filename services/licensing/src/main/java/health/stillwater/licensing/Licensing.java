package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Facts;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door of licensing. */
@Service
public class Licensing {

    private final Physicians physicians;
    private final Pharmacies pharmacies;
    private final Organizations organizations;
    private final Credentials credentials;
    private final Holders holders;
    private final Registry registry;
    private final Standing standing;
    private final Stillness stillness;
    private final Portfolio portfolio;
    private final Asking asking;
    private final JdbcClient jdbc;
    private final Clock clock;

    Licensing(
            Physicians physicians,
            Pharmacies pharmacies,
            Organizations organizations,
            Credentials credentials,
            Holders holders,
            Registry registry,
            Standing standing,
            Stillness stillness,
            Portfolio portfolio,
            Asking asking,
            JdbcClient jdbc,
            Clock clock) {
        this.physicians = physicians;
        this.pharmacies = pharmacies;
        this.organizations = organizations;
        this.credentials = credentials;
        this.holders = holders;
        this.registry = registry;
        this.standing = standing;
        this.stillness = stillness;
        this.portfolio = portfolio;
        this.asking = asking;
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
                .map(known -> standing.factsOf(known, holders.heldBy(physician)))
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
                .map(known -> standing.factsOf(known, holders.heldBy(pharmacy)))
                .orElse(Facts.none());
    }

    /**
     * What is known of the organization that runs the program, for the gate: the facts' {@code
     * organisation} group; nothing while it was not entered.
     */
    @Transactional(readOnly = true)
    public Facts factsOfOrganization() {
        return organizations
                .theOnly()
                .map(known -> standing.factsOf(known, credentials.ofTheOrganization()))
                .orElse(Facts.none());
    }

    /**
     * Keeps everything a signature rests on as it is until the caller's transaction ends: what the
     * physician, the pharmacy and the organization hold, and the access to signing. What is read of
     * it afterwards is what was committed before. Those who sign do not wait for each other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockForSigning(PhysicianId physician, PharmacyId pharmacy) {
        stillness.forSigning(physician, pharmacy);
    }

    /** Where the physician may prescribe right now; nowhere for a stranger. */
    @Transactional(readOnly = true)
    public Set<UsState> servableBy(PhysicianId physician) {
        return physicians
                .findById(physician)
                .map(this::servable)
                .orElseGet(() -> EnumSet.noneOf(UsState.class));
    }

    /** Every physician of the program, by name. */
    @Transactional(readOnly = true)
    public List<PhysicianView> physicians() {
        return physicians.findAllByOrderByName().stream()
                .map(physician -> physician.view(servable(physician)))
                .toList();
    }

    /** What every physician of the program is called, in the order of the names. */
    @Transactional(readOnly = true)
    public Map<PhysicianId, String> names() {
        var names = new LinkedHashMap<PhysicianId, String>();
        physicians
                .findAllByOrderByName()
                .forEach(physician -> names.put(physician.id(), physician.name()));
        return names;
    }

    /** Who may prescribe in a state right now, by name. */
    @Transactional(readOnly = true)
    public List<PhysicianView> physiciansFor(UsState state) {
        return physicians().stream()
                .filter(physician -> physician.states().contains(state))
                .toList();
    }

    @Transactional(readOnly = true)
    public PhysicianView physician(PhysicianId physician) {
        var known = holders.known(physician);
        return known.view(servable(known));
    }

    @Transactional(readOnly = true)
    public PharmacyView pharmacy(PharmacyId pharmacy) {
        return view(holders.known(pharmacy));
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
        return new PharmacyEndpoint(holders.known(pharmacy).webhook(), secret);
    }

    /** Everything a physician holds, and what is missing. */
    @Transactional(readOnly = true)
    public CredentialsView credentialsOf(PhysicianId physician) {
        return portfolio.of(holders.known(physician), holders.heldBy(physician));
    }

    /** Credentials that end within this time, or ended already; the first to end first. */
    @Transactional(readOnly = true)
    public List<CredentialRow> expiring(Duration within) {
        var limit = clock.instant().plus(within);
        return holders.rows(
                credentials.all().stream()
                        .filter(
                                credential ->
                                        credential.end().isPresent()
                                                && standing.endOf(credential)
                                                        .filter(end -> end.isAfter(limit))
                                                        .isEmpty())
                        .toList());
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

    /**
     * Enters the organization that runs the program; its registrations count once their source has
     * answered.
     */
    @Transactional
    public void register(NewOrganization organization) {
        registry.register(organization);
    }

    /** Asks the boards about everything the physician holds, soon. */
    @Transactional
    public void verifyNow(PhysicianId physician) {
        holders.known(physician);
        holders.heldBy(physician).forEach(credential -> asking.now(credential.id()));
    }

    /** Asks the boards about everything the pharmacy holds, soon. */
    @Transactional
    public void verifyNow(PharmacyId pharmacy) {
        holders.known(pharmacy);
        holders.heldBy(pharmacy).forEach(credential -> asking.now(credential.id()));
    }

    private Set<UsState> servable(Physician physician) {
        return standing.statesOf(physician, holders.heldBy(physician.id()));
    }

    private PharmacyView view(Pharmacy pharmacy) {
        return pharmacy.view(standing.statesOf(pharmacy, holders.heldBy(pharmacy.id())));
    }
}
