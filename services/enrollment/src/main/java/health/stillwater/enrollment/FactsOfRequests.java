package health.stillwater.enrollment;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.ClinicalFacts;
import health.stillwater.rulebook.County;
import health.stillwater.rulebook.DeliveryFacts;
import health.stillwater.rulebook.DeliveryFacts.AddressKind;
import health.stillwater.rulebook.DeliveryFacts.AddressValidation;
import health.stillwater.rulebook.DeliveryFacts.ValidationStatus;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.IdentityFacts;
import health.stillwater.rulebook.IdentityFacts.DocumentCheck;
import health.stillwater.rulebook.IdentityFacts.LivenessCheck;
import health.stillwater.rulebook.Indication;
import health.stillwater.rulebook.InstrumentFacts;
import health.stillwater.rulebook.LocationFacts;
import health.stillwater.rulebook.PatientFacts;
import health.stillwater.rulebook.RequestFacts;
import health.stillwater.rulebook.Rulebook;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says to the gate what enrollment knows of a request. What is not known is left out. */
@Component
class FactsOfRequests {

    private final Patients patients;
    private final IdentityChecks identities;
    private final AssessmentsKept assessments;
    private final LocationBook locations;
    private final ConsentBook consents;
    private final Rulebook rulebook;

    FactsOfRequests(
            Patients patients,
            IdentityChecks identities,
            AssessmentsKept assessments,
            LocationBook locations,
            ConsentBook consents,
            Rulebook rulebook) {
        this.patients = patients;
        this.identities = identities;
        this.assessments = assessments;
        this.locations = locations;
        this.consents = consents;
        this.rulebook = rulebook;
    }

    Facts of(Request request) {
        var patient = patients.findById(request.patient()).orElseThrow();
        var facts =
                Facts.none()
                        .with(new RequestFacts(request.id().toString(), request.kind()))
                        .withConsents(
                                ConsentBook.facts(
                                        rulebook.consentForms(), consents.latest(patient.id())));
        var indication = indicationOf(request).map(FactsOfRequests::clinical);
        var place = locations.latest(patient.id()).map(this::location);
        var proof = identityOf(patient).filter(check -> check.proof().isPresent());
        if (indication.isPresent()) {
            facts = facts.with(indication.get());
        }
        var screened =
                request.assessment().flatMap(assessments::findById).flatMap(FactsOfRequests::phq9);
        if (screened.isPresent()) {
            facts = facts.with(screened.get());
        }
        if (place.isPresent()) {
            facts = facts.with(place.get());
        }
        if (proof.isPresent()) {
            facts =
                    facts.with(
                            identity(proof.get().proof().orElseThrow(), proof.get().observedAt()));
        }
        if (patient.details().isPresent()) {
            var told = patient.details().get();
            facts =
                    facts.with(person(patient, told, proof))
                            .with(delivery(told, patient.addressCheck().orElse(null)));
        }
        return facts;
    }

    /** The latest check, when it is about the patient as they are described now. */
    Optional<IdentityCheck> identityOf(Patient patient) {
        return identities
                .findFirstByPatientOrderByBegunAtDesc(patient.id())
                .filter(
                        check ->
                                patient.details()
                                        .filter(told -> check.isAbout(told.identityHash()))
                                        .isPresent());
    }

    Optional<Indication> indicationOf(Request request) {
        return request.assessment()
                .flatMap(assessments::findById)
                .map(assessment -> assessment.answers().one("reason"))
                .flatMap(FactsOfRequests::indication);
    }

    static Optional<Indication> indication(String reason) {
        return switch (reason) {
            case "depression", "anxiety", "ptsd", "chronic_pain", "crps" ->
                    Optional.of(Indication.valueOf(reason.toUpperCase(Locale.ROOT)));
            default -> Optional.empty(); // something else, or not answered
        };
    }

    /**
     * The assessment asks items 1, 2 and 9 of the PHQ-9 and no other: no score follows, the ninth
     * answer does.
     */
    private static Optional<InstrumentFacts> phq9(Assessment assessment) {
        var told = assessment.answers();
        return assessment
                .finishedAt()
                .filter(_ -> told.has("thoughts"))
                .map(
                        at -> {
                            var items =
                                    Arrays.asList(
                                            told.score("interest"),
                                            told.score("mood"),
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            told.score("thoughts"));
                            return new InstrumentFacts(
                                    new InstrumentFacts.Items(items, null, at),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null);
                        });
    }

    private static ClinicalFacts clinical(Indication indication) {
        return new ClinicalFacts(
                indication, null, null, null, null, null, null, null, null, null, null, null);
    }

    private LocationFacts location(LocationBook.Line line) {
        return new LocationFacts(
                line.state().name(),
                rulebook.county(line.countyFips()).map(County::name).orElse(null),
                line.countyFips(),
                line.zone(),
                line.method(),
                line.at());
    }

    private static PatientFacts person(
            Patient patient, Details told, Optional<IdentityCheck> check) {
        var birthVerified = check.flatMap(IdentityCheck::proof).map(Proof::birthMatch).orElse(null);
        return new PatientFacts(
                patient.id().toString(),
                told.name(),
                told.dateOfBirth(),
                birthVerified,
                told.previous().stream().map(UsState::name).toList());
    }

    private static DeliveryFacts delivery(Details told, @Nullable AddressCheck check) {
        var address =
                new DeliveryFacts.Address(
                        AddressKind.STREET,
                        told.line1(),
                        told.city(),
                        told.state().name(),
                        told.postalCode());
        // We hand over only against an adult's signature, at the door: it is how the program ships.
        return new DeliveryFacts(address, true, false, check == null ? null : validation(check));
    }

    private static @Nullable AddressValidation validation(AddressCheck check) {
        return switch (check.status()) {
            case VALID -> new AddressValidation(ValidationStatus.VALID, check.checkedAt());
            case INVALID -> new AddressValidation(ValidationStatus.INVALID, check.checkedAt());
            case UNKNOWN -> null;
        };
    }

    private static IdentityFacts identity(Proof proof, @Nullable Instant observedAt) {
        return new IdentityFacts(
                proof.document() ? DocumentCheck.VERIFIED : DocumentCheck.FAILED,
                proof.liveness() ? LivenessCheck.PASSED : LivenessCheck.FAILED,
                proof.nameMatch(),
                proof.birthMatch(),
                proof.addressMatch(),
                proof.duplicate(),
                proof.deceased(),
                proof.selfieMatch(),
                observedAt);
    }
}
