package health.stillwater.rulebook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The federal ground to prescribe, and the visit it asks for. */
final class FederalRows {

    private FederalRows() {}

    /**
     * D01. One ground is enough, so here a pass outweighs what is not known, and that outweighs a
     * failure.
     */
    static Finding basis(Matter matter) {
        var rule = temporaryRule(matter);
        if (rule.answer() == Answer.PASS) {
            return rule;
        }
        var grounds =
                List.of(rule, inPerson(matter), covering(matter), specialRegistration(matter));
        var best = Answer.FAIL;
        var reasons = new StringBuilder();
        for (var ground : grounds) {
            if (ground.answer() == Answer.PASS) {
                return Finding.PASS;
            }
            if (ground.answer() == Answer.UNKNOWN) {
                best = Answer.UNKNOWN;
            }
            reasons.append(reasons.isEmpty() ? "" : "; ").append(ground.reason());
        }
        return new Finding(best, reasons.toString());
    }

    private static Finding temporaryRule(Matter matter) {
        var basis = matter.rules().federalBasis();
        var endsAt = basis == null ? null : basis.temporaryRuleEndsAt();
        var instant = instantOfTheRule(matter);
        if (endsAt == null || instant == null) {
            return Finding.unknown("temporary telemedicine rule in force at signing");
        }
        return instant.isAfter(endsAt)
                ? new Finding(Answer.FAIL, "temporary telemedicine rule ended at " + endsAt)
                : Finding.PASS;
    }

    /**
     * A hand-off is judged by the moment of signing; a fill by its own, unless the policy allows
     * what was signed in time.
     */
    private static @Nullable Instant instantOfTheRule(Matter matter) {
        var basis = matter.rules().federalBasis();
        var allowed =
                basis != null
                        && basis.refillAfterExpiryPolicy() == Configuration.ExpiryPolicy.ALLOW;
        return switch (matter.moment()) {
            case ENROLLMENT, QUEUE, CLAIM, SIGNING -> matter.at();
            case HAND_OFF -> matter.signedAt();
            case FILL -> allowed ? matter.signedAt() : matter.at();
        };
    }

    private static Finding inPerson(Matter matter) {
        var federal = matter.facts().federal();
        var register = federal == null ? null : federal.inPersonRegister();
        if (register == null || register.evaluations() == null) {
            return Finding.unknown("register of evaluations in person");
        }
        var answer = Answer.FAIL;
        for (var evaluation : register.evaluations()) {
            var found = counts(evaluation, matter);
            if (found == Answer.PASS) {
                return Finding.PASS;
            }
            if (found == Answer.UNKNOWN) {
                answer = Answer.UNKNOWN;
            }
        }
        return new Finding(
                answer,
                answer == Answer.FAIL
                        ? "no documented evaluation in person by this prescriber"
                        : "evaluation in person by this prescriber: not known");
    }

    private static Answer counts(FederalFacts.Evaluation evaluation, Matter matter) {
        var document = evaluation.evidenceDocument();
        if (document == null || document.isBlank()) {
            return Answer.FAIL;
        }
        return new Checks(matter)
                .same(evaluation.practitionerId(), matter.prescriberId(), "by this prescriber")
                .notAfter(evaluation.on(), matter.today(), "held by today")
                .finding()
                .answer();
    }

    private static Finding covering(Matter matter) {
        var federal = matter.facts().federal();
        var covering = federal == null ? null : federal.covering();
        if (covering == null) {
            return new Finding(Answer.FAIL, "not a covering practitioner");
        }
        var basis = matter.rules().federalBasis();
        var months = basis == null ? null : basis.coveringMonths();
        var evaluated = covering.evaluatedOn();
        return new Checks(matter)
                .written(covering.requestedBy(), "covering for a named colleague")
                .yes(covering.requesterUnavailable(), "that colleague is not available")
                .notAfter(evaluated, matter.today(), "the colleague's evaluation has been held")
                .notAfter(
                        matter.today(),
                        evaluated == null || months == null ? null : evaluated.plusMonths(months),
                        "the colleague's evaluation is recent enough")
                .finding();
    }

    private static Finding specialRegistration(Matter matter) {
        var basis = matter.rules().federalBasis();
        if (basis == null || basis.specialRegistrationAccepted() == null) {
            return Finding.unknown("whether a special registration counts");
        }
        if (!basis.specialRegistrationAccepted()) {
            return new Finding(Answer.FAIL, "a special registration does not count yet");
        }
        var prescriber = matter.facts().prescriber();
        var special = prescriber == null ? null : prescriber.specialRegistration();
        if (special == null) {
            return new Finding(Answer.FAIL, "no special registration");
        }
        return new Checks(matter)
                .same(special.status(), "active", "special registration active")
                .unexpired(
                        matter.federalToday(),
                        special.expiresOn(),
                        "special registration unexpired")
                .finding();
    }

    /** D02. */
    static Finding videoVisit(Matter matter) {
        var visit = matter.facts().encounter();
        if (visit == null) {
            return Finding.unknown("visit");
        }
        var checks = new Checks(matter);
        if (!checks.fresh(visit.endedAt(), Freshness.Of.ENCOUNTER, "visit")) {
            return checks.finding();
        }
        checks.oneOf(visit.modality(), matter.rules().encounterModalities(), "visit by live video")
                .same(
                        visit.practitionerId(),
                        matter.prescriberId(),
                        "visit held by this prescriber")
                .same(visit.status(), EncounterFacts.Status.COMPLETED, "visit completed")
                .same(visit.requestId(), matter.requestId(), "visit held for this request")
                .same(visit.noteStatus(), EncounterFacts.NoteStatus.SIGNED, "visit note signed");
        var signed = visit.noteSignedAt();
        return signed == null
                ? checks.unknown("time the visit note was signed").finding()
                : checks.that(!signed.isAfter(matter.at()), "visit note signed by now").finding();
    }
}
