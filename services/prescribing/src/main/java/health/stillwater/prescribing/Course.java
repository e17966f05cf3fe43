package health.stillwater.prescribing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One patient's treatment so far: what was decided, which of it holds, and how far the medicine
 * reaches.
 *
 * @param decisions in the order they were signed
 * @param fills in the order they happened
 */
record Course(List<SignedDecision> decisions, List<Filled> fills) {

    private record Supply(LocalDate from, int days) {}

    Course {
        decisions =
                decisions.stream()
                        .sorted(
                                Comparator.comparing(SignedDecision::signedAt)
                                        .thenComparing(SignedDecision::leaf))
                        .toList();
        fills = fills.stream().sorted(Comparator.comparing(Filled::on)).toList();
    }

    Optional<SignedDecision> find(DecisionId id) {
        return decisions.stream().filter(decision -> decision.getId().equals(id)).findAny();
    }

    /** How a decision stands today. */
    Standing standingOf(SignedDecision decision) {
        var correction = correctionOf(decision, null);
        return correction.isPresent()
                ? new Standing(Standing.Kind.CORRECTED, correction.map(SignedDecision::getId))
                : followedBy(decision, null).map(Course::standingAfter).orElse(Standing.HOLDS);
    }

    private static Standing standingAfter(SignedDecision later) {
        var kind =
                switch (later.verdict()) {
                    case RENEW -> Standing.Kind.RENEWED;
                    case CHANGE -> Standing.Kind.CHANGED;
                    case STOP -> Standing.Kind.STOPPED;
                    case APPROVE, DECLINE, REFER ->
                            throw new IllegalStateException(later + " follows no prescription");
                };
        return new Standing(kind, Optional.of(later.getId()));
    }

    /**
     * The prescription a physician may renew, change or stop: the latest that nothing took the
     * place of.
     *
     * @param without a decision that is about to be corrected; null for none
     */
    Optional<SignedDecision> inForce(@Nullable DecisionId without) {
        return decisions.stream()
                .filter(decision -> decision.verdict().prescribes())
                .filter(decision -> !decision.getId().equals(without))
                .filter(decision -> correctionOf(decision, without).isEmpty())
                .filter(decision -> followedBy(decision, without).isEmpty())
                .reduce((earlier, later) -> later);
    }

    /** Whether a pharmacy may still fill it. */
    boolean mayBeFilled(SignedDecision prescription) {
        return prescription.verdict().prescribes() && endedBy(prescription).isEmpty();
    }

    /** Since when nothing more may be filled of it; null while it may. */
    @Nullable Instant endedAt(SignedDecision prescription) {
        return endedBy(prescription).map(SignedDecision::signedAt).orElse(null);
    }

    private Optional<SignedDecision> endedBy(SignedDecision prescription) {
        return correctionOf(prescription, null)
                .or(
                        () ->
                                followedBy(prescription, null)
                                        .filter(later -> later.verdict().endsOne()));
    }

    private Optional<SignedDecision> correctionOf(
            SignedDecision decision, @Nullable DecisionId without) {
        return decisions.stream()
                .filter(later -> decision.getId().equals(later.supersedes()))
                .filter(later -> !later.getId().equals(without))
                .findFirst();
    }

    /** What renewed, changed or stopped it, and was not itself corrected. */
    private Optional<SignedDecision> followedBy(
            SignedDecision prescription, @Nullable DecisionId without) {
        return decisions.stream()
                .filter(later -> prescription.getId().equals(later.about()))
                .filter(later -> !later.getId().equals(without))
                .filter(later -> correctionOf(later, without).isEmpty())
                .findFirst();
    }

    List<Filled> fillsOf(DecisionId prescription) {
        return fills.stream().filter(fill -> fill.prescription().equals(prescription)).toList();
    }

    /**
     * The last day for which the patient has medicine, or will when what is signed is filled. A
     * fill that comes early adds to what is left.
     *
     * @param replaced prescriptions that are about to be replaced; what was filled of them counts
     */
    Optional<LocalDate> coveredThrough(LocalDate today, Set<DecisionId> replaced) {
        LocalDate through = null;
        for (var supply : supplies(today, replaced)) {
            var begins =
                    through == null || supply.from().isAfter(through)
                            ? supply.from()
                            : through.plusDays(1);
            through = begins.plusDays(supply.days() - 1L);
        }
        return Optional.ofNullable(through);
    }

    private List<Supply> supplies(LocalDate today, Set<DecisionId> replaced) {
        return Stream.concat(
                        fills.stream().map(fill -> new Supply(fill.on(), fill.daysSupply())),
                        unfilled(today, replaced)
                                .map(
                                        waiting ->
                                                new Supply(
                                                        waiting.issueDate(),
                                                        waiting.dose().daysSupply())))
                .sorted(Comparator.comparing(Supply::from))
                .toList();
    }

    /** Signed prescriptions that a pharmacy may fill and has not. */
    Stream<SignedDecision> unfilled(LocalDate today, Set<DecisionId> replaced) {
        return decisions.stream()
                .filter(this::mayBeFilled)
                .filter(decision -> !replaced.contains(decision.getId()))
                .filter(decision -> fillsOf(decision.getId()).isEmpty())
                .filter(decision -> !today.isAfter(decision.prescribed().expiresOn()));
    }

    /** What a new text would take the place of. */
    static Set<DecisionId> replacedBy(SignedText text) {
        var replaced = new HashSet<DecisionId>();
        if (text.supersedes() != null) {
            replaced.add(DecisionId.of(text.supersedes()));
        }
        if (text.about() != null && text.verdict().endsOne()) {
            replaced.add(DecisionId.of(text.about()));
        }
        return replaced;
    }

    /**
     * The prescriptions before a decision that count as doses so far, the latest last; all of them
     * for one that is not signed yet.
     */
    List<SignedDecision> dosesBefore(String decision) {
        var self = find(DecisionId.of(decision)).map(SignedDecision::signedAt);
        return decisions.stream()
                .filter(each -> each.verdict().prescribes())
                .filter(each -> correctionOf(each, null).isEmpty())
                .filter(each -> self.isEmpty() || each.signedAt().isBefore(self.get()))
                .filter(each -> !Objects.equals(each.getId().toString(), decision))
                .toList();
    }
}
