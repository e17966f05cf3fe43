package health.stillwater;

import static health.stillwater.testing.Actors.as;
import static health.stillwater.testing.Actors.does;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialId;
import health.stillwater.licensing.Credentialing;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.NewCredential;
import health.stillwater.licensing.NewOrganization;
import health.stillwater.licensing.NewPharmacy;
import health.stillwater.licensing.NewPhysician;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.sandbox.Sandbox;
import health.stillwater.testing.Actors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Who works in the program of a test: physicians and pharmacies that the pretended boards know. */
@TestComponent
class People {

    private static final LocalDate BEGINNING = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 12, 31);
    private static final Actor OFFICER = Actors.staff(Actor.Kind.COMPLIANCE);

    private final Licensing licensing;
    private final Credentialing credentialing;
    private final Sandbox sandbox;
    private final Numbers numbers = new Numbers();
    private final Map<List<?>, PharmacyId> pharmacies = new HashMap<>();
    private boolean registered;

    People(Licensing licensing, Credentialing credentialing, Sandbox sandbox) {
        this.licensing = licensing;
        this.credentialing = credentialing;
        this.sandbox = sandbox;
    }

    /** A physician with everything it takes to prescribe in these states. */
    PhysicianId physicianIn(String name, UsState home, UsState... states) {
        programIsRegistered();
        var held = new ArrayList<NewCredential>();
        for (var state : states) {
            held.add(license(state));
            held.add(dea(state));
            if (state == UsState.NJ) {
                held.add(cds(state));
            }
        }
        var id = PhysicianId.next();
        var physician = new NewPhysician(id, name, numbers.npi(), "200 Harbor Avenue", home, held);
        as(OFFICER, () -> licensing.register(physician));
        as(
                OFFICER,
                () -> {
                    licensing.verifyNow(id);
                    return id;
                });
        return id;
    }

    /** New Jersey wants the program itself to be registered. It joins once. */
    private void programIsRegistered() {
        if (registered) {
            return;
        }
        registered = true;
        var number = numbers.next("NJTH");
        sandbox.board().knows("organization-registration", UsState.NJ.name(), number, END);
        var held =
                new NewCredential.OrganizationRegistration(
                        UsState.NJ, number, BEGINNING, END, null);
        var program = new NewOrganization(UUID.randomUUID(), "Stillwater", List.of(held));
        does(OFFICER, () -> licensing.register(program));
    }

    /** A pharmacy at home in one state, and registered to ship to the others. It opens once. */
    PharmacyId pharmacyIn(String door, UsState home, UsState... others) {
        return pharmacies.computeIfAbsent(
                List.of(door, home, List.of(others)), _ -> opens(door, home, others));
    }

    private PharmacyId opens(String door, UsState home, UsState... others) {
        var held = new ArrayList<NewCredential>();
        held.add(pharmacyLicense(home));
        held.add(pharmacyDea(home));
        for (var other : others) {
            held.add(pharmacyRegistration(other));
        }
        var address = sandbox.addresses().pharmacies().get(door);
        var id = PharmacyId.next();
        var pharmacy =
                new NewPharmacy(
                        id,
                        "Pharmacy " + door,
                        home,
                        "(555) 010-0199",
                        address.webhook(),
                        address.secret(),
                        true,
                        true,
                        held);
        as(OFFICER, () -> licensing.register(pharmacy));
        as(
                OFFICER,
                () -> {
                    licensing.verifyNow(id);
                    return id;
                });
        return id;
    }

    /** One of the things a physician holds. */
    CredentialId credentialOf(PhysicianId physician) {
        return as(OFFICER, () -> licensing.credentialsOf(physician)).credentials().getFirst().id();
    }

    /** Signing access of a colleague, entered by one person and waiting for the second. */
    UUID accessThatWaits(PhysicianId colleague) {
        return as(OFFICER, () -> credentialing.enterAccess(colleague));
    }

    boolean mayPrescribe(PhysicianId physician, UsState state) {
        return as(OFFICER, () -> licensing.servableBy(physician)).contains(state)
                && (state != UsState.NJ || programMayTreatIn(state));
    }

    private boolean programMayTreatIn(UsState state) {
        var program = as(OFFICER, licensing::factsOfOrganization).organisation();
        var held = program == null ? null : program.registrations().get(state.name());
        return held != null && held.observedAt() != null;
    }

    boolean mayShipTo(PharmacyId pharmacy, UsState state) {
        return as(OFFICER, () -> licensing.pharmacyFor(state)).filter(pharmacy::equals).isPresent();
    }

    private NewCredential license(UsState state) {
        var number = numbers.next("ME");
        sandbox.board().knows("license", state.name(), number, END, "md", List.of());
        return new NewCredential.MedicalLicense(
                state, number, LicenseType.MD, BEGINNING, END, null);
    }

    private NewCredential dea(UsState state) {
        var number = numbers.dea();
        sandbox.board().knows("dea", state.name(), number, END, null, List.of("3N"));
        return new NewCredential.DeaRegistration(state, number, Set.of("3N"), BEGINNING, END, null);
    }

    private NewCredential cds(UsState state) {
        var number = numbers.next("D");
        sandbox.board().knows("cds", state.name(), number, END);
        return new NewCredential.CdsRegistration(state, number, state, BEGINNING, END, null);
    }

    private NewCredential pharmacyLicense(UsState state) {
        var number = numbers.next("PH");
        sandbox.board().knows("pharmacy-license", state.name(), number, END);
        return new NewCredential.PharmacyLicense(state, number, BEGINNING, END, null);
    }

    private NewCredential pharmacyRegistration(UsState state) {
        var number = numbers.next("NR");
        sandbox.board().knows("pharmacy-registration", state.name(), number, END);
        return new NewCredential.PharmacyRegistration(state, number, BEGINNING, END, null);
    }

    private NewCredential pharmacyDea(UsState state) {
        var number = numbers.dea();
        sandbox.board().knows("pharmacy-dea", state.name(), number, END);
        return new NewCredential.PharmacyDea(state, number, BEGINNING, END, null);
    }
}
