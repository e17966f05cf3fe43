package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.ledger.Evidence;
import health.stillwater.runtime.Acting;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the decisions of a case file, and puts the export on record before anybody has it. */
@Component
class Gathering {

    /** What a person can still open, and a program still draw. */
    static final int MOST = 1000;

    private final Decisions decisions;
    private final SupplyBook supply;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Gathering(
            Decisions decisions, SupplyBook supply, ApplicationEventPublisher events, Clock clock) {
        this.decisions = decisions;
        this.supply = supply;
        this.events = events;
        this.clock = clock;
    }

    /** At most one more than a file holds; only those are on record as exported that may be. */
    @Transactional
    public List<SignedDecision> decisions(CaseFileScope scope) {
        requireAllowed(scope);
        var found = found(scope);
        if (!found.isEmpty() && found.size() <= MOST) {
            record(scope, found);
        }
        return found;
    }

    /** The decisions in the order of the ledger, each with its place, and whether it holds now. */
    @Transactional(readOnly = true)
    public CaseFileOutcome.Gathered gathered(
            CaseFileScope scope, List<SignedDecision> found, Evidence evidence) {
        Map<Long, SignedDecision> byLeaf =
                found.stream().collect(Collectors.toMap(SignedDecision::leaf, Function.identity()));
        var courses = new HashMap<PatientId, Course>();
        var records =
                evidence.entries().stream()
                        .map(
                                entry ->
                                        standing(
                                                        Objects.requireNonNull(
                                                                byLeaf.get(entry.number())),
                                                        courses)
                                                .at(entry.proof().index()))
                        .toList();
        return new CaseFileOutcome.Gathered(
                scope, clock.instant().truncatedTo(ChronoUnit.SECONDS), records, evidence);
    }

    private DecisionRecord standing(SignedDecision decision, Map<PatientId, Course> courses) {
        var course = courses.computeIfAbsent(decision.patient(), supply::courseOf);
        return decision.record(course.standingOf(decision));
    }

    static Map<Long, byte[]> leaves(List<SignedDecision> found) {
        var leaves = new LinkedHashMap<Long, byte[]>();
        found.forEach(decision -> leaves.put(decision.leaf(), decision.leafBytes()));
        return leaves;
    }

    private List<SignedDecision> found(CaseFileScope scope) {
        return switch (scope) {
            case CaseFileScope.OfPatient it ->
                    decisions.findByPatientOrderBySignedAtDesc(it.patient());
            case CaseFileScope.OfPhysician it ->
                    decisions.findByPhysicianAndSignedAtGreaterThanEqualAndSignedAtLessThan(
                            it.physician(), it.from(), it.until(), Limit.of(MOST + 1));
            case CaseFileScope.OfTime it ->
                    decisions.findBySignedAtGreaterThanEqualAndSignedAtLessThan(
                            it.from(), it.until(), Limit.of(MOST + 1));
        };
    }

    /** The patients read of it too: each sees who took a copy of their decisions. */
    private void record(CaseFileScope scope, List<SignedDecision> found) {
        var now = clock.instant();
        var patients = found.stream().map(SignedDecision::patient).distinct().toList();
        var only = scope instanceof CaseFileScope.OfPatient it ? it.patient() : null;
        events.publishEvent(
                new CaseFileExported(only, String.join(", ", scope.lines()), found.size(), now));
        if (Acting.now().kind().staff()) {
            patients.forEach(patient -> events.publishEvent(new Seen(patient, "a case file", now)));
        }
    }

    private static void requireAllowed(CaseFileScope scope) {
        var actor = Acting.now();
        boolean allowed =
                switch (actor.kind()) {
                    case SYSTEM, COMPLIANCE -> true;
                    case PATIENT ->
                            scope instanceof CaseFileScope.OfPatient(PatientId patient)
                                    && actor.id().equals(patient.value());
                    case PHYSICIAN, PHARMACIST, BILLING, VISITOR, NOBODY -> false;
                };
        if (!allowed) {
            throw new Refusal.Missing("This case file");
        }
    }
}
