package health.stillwater.outlook;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.OrganisationFacts;
import health.stillwater.rulebook.PharmacyFacts;
import health.stillwater.rulebook.PrescriberFacts;
import health.stillwater.rulebook.PrescriberFacts.CdsRegistration;
import health.stillwater.rulebook.PrescriberFacts.DeaRegistration;
import health.stillwater.rulebook.PrescriberFacts.License;
import health.stillwater.rulebook.Registration;
import health.stillwater.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What licensing tells of holders in good standing, seen on the morning a test begins. */
final class Credentials {

    private static final Instant SEEN = TestClock.START;

    private Credentials() {}

    static Facts of(PhysicianId id, String name, LocalDate until, UsState... states) {
        var licenses = new HashMap<String, License>();
        var deas = new HashMap<String, DeaRegistration>();
        var cds = new HashMap<String, CdsRegistration>();
        for (var state : states) {
            licenses.put(state.name(), license(CredentialStatus.ACTIVE, until, SEEN));
            deas.put(
                    state.name(),
                    new DeaRegistration(
                            "AB1234563",
                            List.of("3N"),
                            CredentialStatus.ACTIVE,
                            LocalDate.parse("2029-06-30"),
                            SEEN));
            cds.put(
                    state.name(),
                    new CdsRegistration(
                            "D 104",
                            CredentialStatus.ACTIVE,
                            state.name(),
                            LocalDate.parse("2029-06-30"),
                            SEEN));
        }
        return prescriber(id, name, licenses, deas, cds);
    }

    static Facts prescriber(
            PhysicianId id,
            String name,
            Map<String, License> licenses,
            Map<String, DeaRegistration> deas,
            Map<String, CdsRegistration> cds) {
        return Facts.none()
                .with(
                        new PrescriberFacts(
                                id.toString(),
                                name,
                                "FL",
                                licenses,
                                deas,
                                cds,
                                null,
                                null,
                                null,
                                null));
    }

    static License license(CredentialStatus status, LocalDate until, Instant seen) {
        return new License(
                "ME 104417", PrescriberFacts.LicenseType.MD, status, false, until, null, seen);
    }

    static Facts of(PharmacyId id) {
        var good =
                new Registration(
                        "PH 1", CredentialStatus.ACTIVE, LocalDate.parse("2029-06-30"), SEEN);
        return Facts.none()
                .with(
                        new PharmacyFacts(
                                id.toString(),
                                "Gulfside Compounding",
                                "FL",
                                good,
                                Map.of("NJ", good),
                                good,
                                true,
                                true,
                                false));
    }

    static Facts ofTheOrganization() {
        var good =
                new Registration(
                        "TO 1", CredentialStatus.ACTIVE, LocalDate.parse("2029-06-30"), SEEN);
        return Facts.none().with(new OrganisationFacts("Stillwater", Map.of("NJ", good)));
    }
}
