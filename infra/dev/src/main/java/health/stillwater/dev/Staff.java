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
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.NewCredential;
import health.stillwater.licensing.NewPharmacy;
import health.stillwater.licensing.NewPhysician;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.sandbox.Sandbox;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The physicians and pharmacies of the demonstration: known to the pretended boards, and taken into
 * the program.
 */
final class Staff {

    private static final Set<String> SCHEDULES = Set.of("3N");

    private final Licensing licensing;
    private final Sandbox sandbox;
    private final Actor officer = Acts.actor(DemoPeople.ADEYEMI);
    private final LocalDate today;

    Staff(Licensing licensing, Sandbox sandbox, Clock clock) {
        this.licensing = licensing;
        this.sandbox = sandbox;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/New_York"));
    }

    /**
     * Takes in whoever is not in the program yet, and waits until the boards have answered about
     * everybody.
     */
    void joins() throws Exception {
        physiciansJoin(today.plusMonths(13));
        pharmaciesJoin(today.plusMonths(13));
        Acts.until(
                "the boards' answers about physicians",
                () -> areConfirmed(DemoPeople.physicians()));
        Acts.until("the boards' answers about pharmacies", this::shipEverywhere);
    }

    private void physiciansJoin(LocalDate nextYear) throws Exception {
        joins(
                CASTELLANE,
                "1401000017",
                "1200 Brickell Avenue, Miami, FL 33131",
                FL,
                List.of(
                        license(FL, "ME410101", nextYear),
                        dea(FL, "FC4101010", nextYear),
                        license(NJ, "25MA410102", nextYear),
                        dea(NJ, "FC4101022", nextYear),
                        cds("D410102", nextYear)));
        joins(
                HALLORAN,
                "1401000025",
                "30 Palafox Street, Pensacola, FL 32502",
                FL,
                List.of(license(FL, "ME410201", nextYear), dea(FL, "FH4102012", nextYear)));
        joins(
                NATARAJAN,
                "1401000033",
                "744 Broad Street, Newark, NJ 07102",
                NJ,
                List.of(
                        license(NJ, "25MA410301", nextYear),
                        dea(NJ, "FN4103014", nextYear),
                        cds("D410301", today.plusDays(24))));
        joins(
                BRANDT,
                "1401000041",
                "501 East Kennedy Boulevard, Tampa, FL 33602",
                FL,
                List.of(
                        license(FL, "ME410401", today.minusDays(40)),
                        dea(FL, "FB4104016", nextYear)));
    }

    private void pharmaciesJoin(LocalDate nextYear) throws Exception {
        joins(
                CEDAR_COMPOUNDING,
                "Cedar Compounding",
                FL,
                "(305) 555-0150",
                "gulfside",
                List.of(
                        pharmacyLicense(FL, "PH420101", nextYear),
                        pharmacyDea(FL, "FC4201012", nextYear)));
        joins(
                HARBOR_COMPOUNDING,
                "Harbor Compounding",
                NJ,
                "(973) 555-0160",
                "garden-state",
                List.of(
                        pharmacyLicense(NJ, "28RS420201", nextYear),
                        pharmacyDea(NJ, "FH4202014", nextYear),
                        pharmacyRegistration(FL, "PH420202", nextYear)));
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

    private NewCredential license(UsState state, String number, LocalDate end) {
        known("license", state, number, end, "md", List.of());
        return new NewCredential.MedicalLicense(state, number, LicenseType.MD, begun(), end, null);
    }

    private NewCredential dea(UsState state, String number, LocalDate end) {
        known("dea", state, number, end, null, List.copyOf(SCHEDULES));
        return new NewCredential.DeaRegistration(state, number, SCHEDULES, begun(), end, null);
    }

    private NewCredential cds(String number, LocalDate end) {
        known("cds", NJ, number, end, null, List.of());
        return new NewCredential.CdsRegistration(NJ, number, NJ, begun(), end, null);
    }

    private NewCredential pharmacyLicense(UsState state, String number, LocalDate end) {
        known("pharmacy-license", state, number, end, null, List.of());
        return new NewCredential.PharmacyLicense(state, number, begun(), end, null);
    }

    private NewCredential pharmacyRegistration(UsState state, String number, LocalDate end) {
        known("pharmacy-registration", state, number, end, null, List.of());
        return new NewCredential.PharmacyRegistration(state, number, begun(), end, null);
    }

    private NewCredential pharmacyDea(UsState state, String number, LocalDate end) {
        known("pharmacy-dea", state, number, end, null, List.of());
        return new NewCredential.PharmacyDea(state, number, begun(), end, null);
    }

    private LocalDate begun() {
        return today.minusYears(2);
    }

    /** What was changed at the desk since stays changed. */
    private void known(
            String kind,
            UsState state,
            String number,
            LocalDate end,
            @Nullable String type,
            List<String> schedules) {
        if (!sandbox.board().has(kind, state.name(), number)) {
            sandbox.board().knows(kind, state.name(), number, end, type, schedules);
            if (end.isBefore(today)) {
                sandbox.board().letsExpire(kind, state.name(), number, end);
            }
        }
    }
}
