package health.stillwater.review;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.ClaimFacts;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.InstrumentFacts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.SnapshotView;
import health.stillwater.visits.Visits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what every room knows about a case, asks the rulebook, and keeps what it said. */
@Component
class CaseGate {

    private final Enrollment enrollment;
    private final Visits visits;
    private final Licensing licensing;
    private final Rulebook rulebook;
    private final JdbcClient jdbc;

    CaseGate(
            Enrollment enrollment,
            Visits visits,
            Licensing licensing,
            Rulebook rulebook,
            JdbcClient jdbc) {
        this.enrollment = enrollment;
        this.visits = visits;
        this.licensing = licensing;
        this.rulebook = rulebook;
        this.jdbc = jdbc;
    }

    /**
     * Everything known about the case with this physician as prescriber, and the claim as it
     * stands.
     */
    Facts factsOf(ReviewCase reviewCase, PhysicianId physician) {
        var hold = reviewCase.held();
        return factsOf(reviewCase, physician, hold.holder(), hold.until());
    }

    /** The same, as if this physician held the case. */
    Facts factsIfHeld(ReviewCase reviewCase, PhysicianId physician, Instant until) {
        return factsOf(reviewCase, physician, physician, until);
    }

    private Facts factsOf(
            ReviewCase reviewCase,
            PhysicianId physician,
            @Nullable PhysicianId holder,
            @Nullable Instant until) {
        var facts =
                enrollment
                        .factsOf(reviewCase.id())
                        .and(visits.factsOf(reviewCase.id()))
                        .and(licensing.factsOf(physician))
                        .and(licensing.factsOfOrganization())
                        .with(claimOf(reviewCase, physician, holder, until));
        return placeOf(facts)
                .flatMap(licensing::pharmacyFor)
                .map(pharmacy -> facts.and(licensing.factsOf(pharmacy)))
                .orElse(facts);
    }

    /**
     * Whoever claims a case states that the patient is no relative of theirs; that it is not
     * themselves we can see.
     */
    private static ClaimFacts claimOf(
            ReviewCase reviewCase,
            PhysicianId physician,
            @Nullable PhysicianId holder,
            @Nullable Instant until) {
        var self = physician.value().equals(reviewCase.patient().value());
        return new ClaimFacts(
                self ? ClaimFacts.Relationship.SELF : ClaimFacts.Relationship.NONE,
                holder == null ? List.of() : List.of(holder.toString()),
                until,
                false);
    }

    /** Where the patient says they are. */
    static Optional<UsState> placeOf(Facts facts) {
        var location = facts.location();
        var state = location == null ? null : location.state();
        return Arrays.stream(UsState.values()).filter(each -> each.name().equals(state)).findAny();
    }

    static Risk riskOf(Facts facts) {
        var instruments = facts.instruments();
        InstrumentFacts.@Nullable Items phq9 = instruments == null ? null : instruments.phq9();
        var items = phq9 == null ? null : phq9.items();
        if (items == null || items.isEmpty()) {
            return Risk.USUAL;
        }
        var selfHarm = items.size() < 9 ? null : items.get(8);
        var total = items.stream().filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
        return Risk.of(selfHarm == null ? 0 : selfHarm, total);
    }

    Judgement judge(Moment moment, Instant at, Facts facts) {
        return ClaimRows.of(rulebook.judge(moment, at, facts), facts);
    }

    /**
     * What is asked of the gate when a physician opens a case: at claim, or at the queue's door.
     */
    static Moment momentOf(ReviewCase found) {
        return found.stage() == CaseStage.HELD ? Moment.QUEUE : Moment.CLAIM;
    }

    /** What the gate is told then: as if this physician held the case, where one may hold it. */
    Facts factsShown(ReviewCase found, PhysicianId physician, Instant now) {
        if (found.stage() == CaseStage.HELD) {
            return factsOf(found, physician);
        }
        var claim = found.claimOf(physician, now).orElseGet(() -> found.held().offer(now));
        return factsIfHeld(found, physician, claim.until());
    }

    /**
     * Keeps a judgement that moved a case, or stopped somebody, with every fact it was made from.
     */
    void keep(ReviewCase reviewCase, Judgement judgement, Facts facts) {
        jdbc.sql(
                        "insert into review.judgement (case_id, patient_id, moment, at, allowed, snapshot)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        reviewCase.id().value(),
                        reviewCase.patient().value(),
                        judgement.moment().name(),
                        judgement.at().atOffset(ZoneOffset.UTC),
                        judgement.allowed(),
                        rulebook.snapshot(judgement, facts))
                .update();
    }

    /** The last judgement of each moment, as it was kept. */
    List<String> kept(RequestId caseId) {
        return jdbc.sql(
                        "select distinct on (moment) snapshot from review.judgement where case_id = ?"
                                + " order by moment, at desc, id desc")
                .param(caseId.value())
                .query((row, _) -> row.getString("snapshot"))
                .list();
    }

    /**
     * What the gate was told last time: at the last word about the patient's request before this
     * one, or, of a first request, when the case came into the queue.
     */
    private Optional<String> lastTime(PatientId patient, RequestId caseId) {
        return jdbc.sql(
                        """
                        select snapshot from review.judgement where patient_id = ?
                         order by case_id = ?, case when case_id = ? then id else -id end limit 1
                        """)
                .params(patient.value(), caseId.value(), caseId.value())
                .query((row, _) -> row.getString("snapshot"))
                .optional();
    }

    /** What is known of the patient in an opened case and was not the same last time. */
    ChangesView changes(CaseView opened) {
        return lastTime(opened.patient().id(), opened.caseId())
                .map(rulebook::read)
                .map(before -> ChangesView.between(before, today(opened)))
                .orElse(ChangesView.NONE);
    }

    private SnapshotView today(CaseView opened) {
        return rulebook.read(rulebook.snapshot(opened.judgement(), opened.facts()));
    }

    /** What stops it, a sentence a row, for the people who work on it. */
    static List<String> sentences(Judgement judgement) {
        return judgement.stops().stream()
                .map(verdict -> verdict.row() + ": " + verdict.reason())
                .toList();
    }
}
