package health.stillwater.review;

import health.stillwater.enrollment.Address;
import health.stillwater.enrollment.PatientView;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.PharmacyView;
import health.stillwater.rulebook.ClinicalFacts;
import health.stillwater.rulebook.ConsentFacts;
import health.stillwater.rulebook.ConsentForm;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.DeliveryFacts;
import health.stillwater.rulebook.EncounterFacts;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.FederalFacts;
import health.stillwater.rulebook.IdentityFacts;
import health.stillwater.rulebook.Indication;
import health.stillwater.rulebook.LocationFacts;
import health.stillwater.rulebook.PatientFacts;
import health.stillwater.rulebook.PdmpFacts;
import health.stillwater.rulebook.PharmacyFacts;
import health.stillwater.rulebook.PrescriberFacts;
import health.stillwater.rulebook.Registration;
import health.stillwater.rulebook.RequestFacts;
import health.stillwater.rulebook.Rulebook;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link Elsewhere} says of them, word for word. */
final class ElsewhereFacts {

    private static final ZoneId MIAMI = ZoneId.of("America/New_York");
    private static final LocalDate LATER = LocalDate.parse("2027-06-30");

    private ElsewhereFacts() {}

    static Facts visitedWithReport(PhysicianId physician, RequestId request, Instant now) {
        var report =
                new PdmpFacts.Report(
                        "E-1",
                        request.toString(),
                        physician.toString(),
                        PdmpFacts.ReviewerRole.PRESCRIBER,
                        now,
                        true,
                        now);
        return Facts.none()
                .with(encounter(physician, request, now))
                .with(new PdmpFacts(Map.of("FL", report), List.of()));
    }

    static Facts enrolled(PatientId patient, RequestId request, Instant now, Rulebook rulebook) {
        return Facts.none()
                .with(new RequestFacts(request.toString(), RequestFacts.Kind.FIRST))
                .with(
                        new PatientFacts(
                                patient.toString(),
                                "Rosa Delgado",
                                LocalDate.parse("1984-04-17"),
                                true,
                                List.of()))
                .with(treatedFor(Indication.DEPRESSION))
                .with(new LocationFacts("FL", "Miami-Dade", "12086", MIAMI, "attested", now))
                .with(
                        new DeliveryFacts(
                                new DeliveryFacts.Address(
                                        DeliveryFacts.AddressKind.STREET,
                                        "14 Alder Street",
                                        "Miami",
                                        "FL",
                                        "33101"),
                                true,
                                false,
                                new DeliveryFacts.AddressValidation(
                                        DeliveryFacts.ValidationStatus.VALID, now)))
                .with(
                        new IdentityFacts(
                                IdentityFacts.DocumentCheck.VERIFIED,
                                IdentityFacts.LivenessCheck.PASSED,
                                true,
                                true,
                                true,
                                false,
                                false,
                                true,
                                now))
                .with(new FederalFacts(null, null))
                .withConsents(consents(now, rulebook));
    }

    private static ClinicalFacts treatedFor(Indication indication) {
        return new ClinicalFacts(
                indication, null, null, null, null, null, null, null, null, null, null, null);
    }

    static Map<String, ConsentFacts> consents(Instant now, Rulebook rulebook) {
        var all = new HashMap<String, ConsentFacts>();
        for (var form : rulebook.consentForms()) {
            var risks = form.risks().stream().map(ConsentForm.Risk::code).toList();
            all.put(
                    form.kind(),
                    new ConsentFacts(ConsentFacts.Status.SIGNED, form.version(), now, risks, true));
        }
        return all;
    }

    static EncounterFacts encounter(PhysicianId physician, RequestId request, Instant now) {
        return encounter(physician, request, EncounterFacts.Modality.VIDEO, now);
    }

    static EncounterFacts encounter(
            PhysicianId physician,
            RequestId request,
            EncounterFacts.Modality modality,
            Instant now) {
        return new EncounterFacts(
                "v-1",
                request.toString(),
                physician.toString(),
                modality,
                EncounterFacts.Status.COMPLETED,
                now.minusSeconds(1800),
                now,
                EncounterFacts.NoteStatus.SIGNED,
                now);
    }

    static Facts prescriber(PhysicianId physician, Instant now, CredentialStatus status) {
        return prescriber(physician, now, status, null);
    }

    static Facts suspendedFrom(PhysicianId physician, Instant seen, Instant from) {
        return prescriber(physician, seen, CredentialStatus.ACTIVE, from);
    }

    private static Facts prescriber(
            PhysicianId physician,
            Instant now,
            CredentialStatus status,
            @Nullable Instant suspendedFrom) {
        var license =
                new PrescriberFacts.License(
                        "ME 10177",
                        PrescriberFacts.LicenseType.MD,
                        status,
                        false,
                        LATER,
                        suspendedFrom,
                        now);
        var dea =
                new PrescriberFacts.DeaRegistration(
                        "BW1388568", List.of("3", "3N"), CredentialStatus.ACTIVE, LATER, now);
        return Facts.none()
                .with(
                        new PrescriberFacts(
                                physician.toString(),
                                "Dr. Reyes",
                                "FL",
                                Map.of("FL", license),
                                Map.of("FL", dea),
                                Map.of(),
                                null,
                                null,
                                null,
                                null));
    }

    static PharmacyFacts pharmacy(PharmacyId pharmacy, Instant now, CredentialStatus status) {
        var registration = new Registration("R-1", status, LATER, now);
        return new PharmacyFacts(
                pharmacy.toString(),
                "Cedar Compounding",
                "PA",
                registration,
                Map.of("FL", registration),
                registration,
                true,
                true,
                false);
    }

    static PharmacyView pharmacyView(PharmacyId pharmacy) {
        return new PharmacyView(
                pharmacy,
                "Cedar Compounding",
                UsState.PA,
                "+12155550100",
                URI.create("http://localhost:9"),
                Set.of(UsState.FL));
    }

    static PatientView patientView(PatientId patient) {
        return new PatientView(
                patient,
                "Rosa Delgado",
                LocalDate.parse("1984-04-17"),
                "+13055550142",
                "rosa@example.org",
                new Address("14 Alder Street", "", "Miami", UsState.FL, "33101"),
                "12086",
                "Miami-Dade",
                UsState.FL,
                MIAMI);
    }
}
