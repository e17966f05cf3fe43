package health.stillwater.dev;

import static health.stillwater.kernel.UsState.FL;
import static health.stillwater.kernel.UsState.NJ;
import static health.stillwater.keycloak.DemoPeople.BRANDT;
import static health.stillwater.keycloak.DemoPeople.CASTELLANE;
import static health.stillwater.keycloak.DemoPeople.CEDAR_COMPOUNDING;
import static health.stillwater.keycloak.DemoPeople.HALLORAN;
import static health.stillwater.keycloak.DemoPeople.HARBOR_COMPOUNDING;
import static health.stillwater.keycloak.DemoPeople.NATARAJAN;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.keycloak.DemoPeople;
import health.stillwater.keycloak.DemoPerson;
import health.stillwater.licensing.Credentialing;
import health.stillwater.licensing.Holder;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.NewCredential;
import health.stillwater.licensing.NewOrganization;
import health.stillwater.licensing.NewPharmacy;
import health.stillwater.licensing.NewPhysician;
import health.stillwater.sandbox.Sandbox;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The physicians and pharmacies of the demonstration: known to the pretended boards, and taken into
 * the program.
 */
final class Staff {

    private static final UUID ORGANIZATION =
            UUID.fromString("0e000000-0000-4000-8000-000000000001");

    private final Licensing licensing;
    private final Credentialing credentialing;
    private final Sandbox sandbox;
    private final Register register;
    private final Actor officer = Acts.actor(DemoPeople.ADEYEMI);
    private final LocalDate today;

    Staff(Licensing licensing, Credentialing credentialing, Sandbox sandbox, Clock clock) {
        this.licensing = licensing;
        this.credentialing = credentialing;
        this.sandbox = sandbox;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/New_York"));
        this.register = new Register(sandbox.board(), today);
    }

    /**
     * Takes in whoever is not in the program yet, and waits until the boards have answered about
     * everybody.
     */
    void joins() throws Exception {
        organizationJoins(today.plusDays(85));
        physiciansJoin(today.plusMonths(13));
        pharmaciesJoin(today.plusMonths(13));
        Acts.until(
                "the boards' answers about physicians",
                () -> areConfirmed(DemoPeople.physicians()));
        Acts.until("the boards' answers about pharmacies", this::shipEverywhere);
    }

    /** Takes in the physicians of the clinic, too. */
    void joins(Crowd crowd) throws Exception {
        var end = today.plusMonths(13);
        for (var each : crowd.colleagues()) {
            var number = each.npi().substring(4);
            var held = new ArrayList<NewCredential>();
            held.add(
                    register.license(
                            each.state(), (each.state() == NJ ? "25MA" : "ME") + number, end));
            held.add(register.dea(each.state(), each.dea(), end));
            if (each.state() == NJ) {
                held.add(register.cds("D" + number, end));
            }
            var street =
                    each.state() == NJ
                            ? "1 State Street, Trenton, NJ 08608"
                            : "1 Lake Avenue, Orlando, FL 32801";
            joins(each.person(), each.npi(), street, each.state(), held);
        }
        Acts.until("the boards' answers about the clinic", () -> areConfirmed(crowd.physicians()));
    }

    private void organizationJoins(LocalDate end) throws Exception {
        var told =
                new NewOrganization(
                        ORGANIZATION,
                        "Stillwater",
                        List.of(register.organization("NJTH410001", end)));
        if (isNew(() -> credentialing.holder(Holder.of(ORGANIZATION)))) {
            Acts.does(officer, () -> licensing.register(told));
        }
    }

    /**
     * Enters that a physician may sign; what waits for the second person, or empty when there is
     * nothing to wait for.
     */
    Optional<UUID> entersAccess(DemoPerson physician) throws Exception {
        var id = new PhysicianId(physician.id());
        var held = Acts.as(officer, () -> credentialing.holder(Holder.of(id)).access());
        for (var access : held) {
            if (access.revokedAt() == null) {
                return access.waiting() ? Optional.of(access.id()) : Optional.empty();
            }
        }
        return Optional.of(Acts.as(officer, () -> credentialing.enterAccess(id)));
    }

    private void physiciansJoin(LocalDate nextYear) throws Exception {
        castellaneJoins(nextYear);
        joins(
                HALLORAN,
                "1401000025",
                "30 Palafox Street, Pensacola, FL 32502",
                FL,
                List.of(
                        register.license(FL, "ME410201", nextYear),
                        register.dea(FL, "FH4102012", nextYear),
                        register.certified("Anesthesiology", "BC410201", today.plusDays(58)),
                        register.profile("ME410201"),
                        register.signing("TOKEN-410201", nextYear)));
        joins(
                NATARAJAN,
                "1401000033",
                "744 Broad Street, Newark, NJ 07102",
                NJ,
                List.of(
                        register.license(NJ, "25MA410301", nextYear),
                        register.dea(NJ, "FN4103014", nextYear),
                        register.cds("D410301", today.plusDays(24)),
                        register.signing("TOKEN-410301", nextYear)));
        joins(
                BRANDT,
                "1401000041",
                "501 East Kennedy Boulevard, Tampa, FL 33602",
                FL,
                List.of(
                        register.license(FL, "ME410401", today.minusDays(40)),
                        register.dea(FL, "FB4104016", nextYear)));
    }

    /** In both states, and certified for life. */
    private void castellaneJoins(LocalDate nextYear) throws Exception {
        joins(
                CASTELLANE,
                "1401000017",
                "1200 Brickell Avenue, Miami, FL 33131",
                FL,
                List.of(
                        register.license(FL, "ME410101", nextYear),
                        register.dea(FL, "FC4101010", nextYear),
                        register.license(NJ, "25MA410102", nextYear),
                        register.dea(NJ, "FC4101022", nextYear),
                        register.cds("D410102", nextYear),
                        register.certified("Psychiatry and Neurology", "BC410101", null),
                        register.profile("ME410101"),
                        register.signing("TOKEN-410101", nextYear)));
    }

    private void pharmaciesJoin(LocalDate nextYear) throws Exception {
        joins(
                CEDAR_COMPOUNDING,
                "Cedar Compounding",
                FL,
                "(305) 555-0150",
                "gulfside",
                List.of(
                        register.pharmacyLicense(FL, "PH420101", nextYear),
                        register.pharmacyDea(FL, "FC4201012", nextYear)));
        joins(
                HARBOR_COMPOUNDING,
                "Harbor Compounding",
                NJ,
                "(973) 555-0160",
                "garden-state",
                List.of(
                        register.pharmacyLicense(NJ, "28RS420201", nextYear),
                        register.pharmacyDea(NJ, "FH4202014", nextYear),
                        register.pharmacyRegistration(FL, "PH420202", nextYear)));
    }

    private boolean areConfirmed(List<DemoPerson> physicians) throws Exception {
        for (var physician : physicians) {
            var held =
                    Acts.as(
                            officer,
                            () -> licensing.credentialsOf(new PhysicianId(physician.id())));
            if (held.credentials().stream().anyMatch(credential -> credential.status() == null)) {
                return false;
            }
        }
        return true;
    }

    private boolean shipEverywhere() throws Exception {
        return Acts.as(
                officer,
                () ->
                        licensing.pharmacyFor(FL).isPresent()
                                && licensing.pharmacyFor(NJ).isPresent());
    }

    private void joins(
            DemoPerson who, String npi, String address, UsState state, List<NewCredential> held)
            throws Exception {
        var id = new PhysicianId(who.id());
        if (isNew(() -> licensing.physician(id))) {
            var told = new NewPhysician(id, "Dr. " + who.name(), npi, address, state, held);
            Acts.does(officer, () -> licensing.register(told));
        }
    }

    private void joins(
            UUID who,
            String name,
            UsState home,
            String phone,
            String door,
            List<NewCredential> held)
            throws Exception {
        var id = new PharmacyId(who);
        var hears = sandbox.addresses().pharmacies().get(door);
        if (hears == null) {
            throw new IllegalStateException("the sandbox knows no pharmacy " + door);
        }
        if (isNew(() -> licensing.pharmacy(id))) {
            var told =
                    new NewPharmacy(
                            id,
                            name,
                            home,
                            phone,
                            hears.webhook(),
                            hears.secret(),
                            true,
                            true,
                            held);
            Acts.does(officer, () -> licensing.register(told));
        }
    }

    private boolean isNew(Acts.Deed looking) throws Exception {
        try {
            Acts.does(officer, looking);
            return false;
        } catch (Refusal.Missing nobody) {
            return true;
        }
    }
}
