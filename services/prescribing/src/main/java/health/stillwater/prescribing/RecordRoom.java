package health.stillwater.prescribing;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.ledger.Ledger;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Facts;
import health.stillwater.runtime.Acting;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Where signed decisions are read: each by those it is for, and every look by staff leaves a trace.
 */
@Component
class RecordRoom {

    private final Decisions decisions;
    private final Signings signings;
    private final ReviewQueue queue;
    private final SupplyBook supply;
    private final TextFacts textFacts;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordRoom(
            Decisions decisions,
            Signings signings,
            ReviewQueue queue,
            SupplyBook supply,
            TextFacts textFacts,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.decisions = decisions;
        this.signings = signings;
        this.queue = queue;
        this.supply = supply;
        this.textFacts = textFacts;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** What was decided for a patient: for the patient, and for those who treat them or check. */
    List<DecisionView> of(PatientId patient) {
        var actor = Acting.now();
        if (actor.kind() == Actor.Kind.PATIENT && !actor.id().equals(patient.value())) {
            return List.of();
        }
        var all = decisions.findByPatientOrderBySignedAtDesc(patient);
        if (!all.isEmpty()) {
            seen(patient, "decisions of patient " + patient);
        }
        var course = supply.courseOf(patient);
        return inTheirPlaces(all, _ -> course);
    }

    List<DecisionView> by(PhysicianId physician) {
        var all = decisions.findByPhysicianOrderBySignedAtDesc(physician);
        var courses = new HashMap<PatientId, Course>();
        for (var each : all) {
            courses.computeIfAbsent(each.patient(), supply::courseOf);
        }
        courses.keySet().forEach(patient -> seen(patient, "decisions of patient " + patient));
        return inTheirPlaces(all, each -> Objects.requireNonNull(courses.get(each.patient())));
    }

    private List<DecisionView> inTheirPlaces(
            List<SignedDecision> all, Function<SignedDecision, Course> courses) {
        var places = ledger.indexes(all.stream().map(SignedDecision::leaf).toList());
        return all.stream()
                .map(
                        each ->
                                each.view(courses.apply(each).standingOf(each))
                                        .at(places.get(each.leaf())))
                .toList();
    }

    DecisionRecord record(DecisionId id) {
        var found =
                decisions
                        .findById(id)
                        .filter(RecordRoom::isForWhoeverActs)
                        .orElseThrow(RecordRoom::missing);
        seen(found.patient(), "decision " + id);
        return found.record(supply.courseOf(found.patient()).standingOf(found))
                .at(ledger.indexes(List.of(found.leaf())).get(found.leaf()));
    }

    PrescriptionView prescription(DecisionId id) {
        var found =
                decisions
                        .findById(id)
                        .filter(
                                each ->
                                        isForWhoeverActs(each)
                                                || isForThePharmacyOfWhoeverActs(each))
                        .orElseThrow(RecordRoom::missing);
        var view = prescription(found);
        seen(found.patient(), "prescription " + id);
        return view;
    }

    private static PrescriptionView prescription(SignedDecision found) {
        var text = found.text().content();
        var prescription = text.prescription();
        var pharmacy = found.pharmacy();
        if (prescription == null || pharmacy == null) {
            throw missing();
        }
        return new PrescriptionView(
                found.getId(),
                found.request(),
                found.patient(),
                pharmacy,
                prescription.drug(),
                prescription.strength(),
                prescription.form().words(),
                prescription.quantity(),
                prescription.quantityWords(),
                prescription.directions(),
                prescription.daysSupply(),
                prescription.refills(),
                text.issueDate(),
                prescription.expiresOn(),
                text.prescriber().name(),
                text.prescriber().npi(),
                text.prescriber().dea(),
                text.prescriber().license(),
                text.prescriber().address(),
                text.patient().name(),
                text.patient().dateOfBirth(),
                text.patient().address());
    }

    /** What was signed, as it is stored now, beside what every room knows now. */
    Facts factsOf(DecisionId id, Instant at) {
        var found =
                decisions
                        .findById(id)
                        .filter(RecordRoom::isForWhoeverActs)
                        .orElseThrow(RecordRoom::missing);
        var text = found.text();
        var current = FrozenText.hashOf(text.canonical());
        return textFacts.of(
                queue.factsOf(found.request(), found.physician()),
                text,
                current,
                found.factorSubject(),
                found.signedAt(),
                at);
    }

    /** Whether a pharmacy may still fill it: no later decision ended it. */
    boolean holds(DecisionId id) {
        var found =
                decisions
                        .findById(id)
                        .filter(
                                each ->
                                        isForWhoeverActs(each)
                                                || isForThePharmacyOfWhoeverActs(each))
                        .orElseThrow(RecordRoom::missing);
        return supply.courseOf(found.patient()).mayBeFilled(found);
    }

    /** A fill of it, as the pharmacy room tells of it. */
    void filled(Filled fill) {
        var found = decisions.findById(fill.prescription()).orElseThrow(RecordRoom::missing);
        supply.filled(found.patient(), fill);
    }

    List<PatientId> patients() {
        return decisions.patientsPrescribedFor();
    }

    List<String> judgements(PatientId patient) {
        var signed =
                decisions.findByPatientOrderBySignedAtDesc(patient).stream()
                        .map(decision -> EvidenceBundle.gateOf(decision.bundle()))
                        .limit(1);
        var stopped = signings.stopsOf(patient).stream().limit(1);
        return Stream.concat(stopped, signed).toList();
    }

    private static boolean isForWhoeverActs(SignedDecision decision) {
        var actor = Acting.now();
        return switch (actor.kind()) {
            case SYSTEM, COMPLIANCE -> true;
            case PATIENT -> actor.id().equals(decision.patient().value());
            case PHYSICIAN -> actor.id().equals(decision.physician().value());
            case PHARMACIST, BILLING, VISITOR, NOBODY -> false;
        };
    }

    private static boolean isForThePharmacyOfWhoeverActs(SignedDecision decision) {
        var actor = Acting.now();
        var pharmacy = decision.pharmacy();
        return actor.kind() == Actor.Kind.PHARMACIST
                && pharmacy != null
                && pharmacy.value().equals(actor.organization());
    }

    private void seen(PatientId patient, String about) {
        if (Acting.now().kind().staff()) {
            events.publishEvent(new Seen(patient, about, clock.instant()));
        }
    }

    private static Refusal.Missing missing() {
        return new Refusal.Missing("This decision");
    }
}
