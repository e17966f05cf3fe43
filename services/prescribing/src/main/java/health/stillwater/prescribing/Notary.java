package health.stillwater.prescribing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.ledger.Ledger;
import health.stillwater.licensing.Licensing;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Signs: locks what the decision rests on, asks the gate once more, and writes it down where
 * nothing is changed.
 */
@Component
class Notary {

    private final Signings signings;
    private final Decisions decisions;
    private final Drafts drafts;
    private final ReviewQueue queue;
    private final Licensing licensing;
    private final SupplyBook supply;
    private final TextFacts textFacts;
    private final SecondRule second;
    private final Announcing announcing;
    private final Rulebook rulebook;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notary(
            Signings signings,
            Decisions decisions,
            Drafts drafts,
            ReviewQueue queue,
            Licensing licensing,
            SupplyBook supply,
            TextFacts textFacts,
            SecondRule second,
            Announcing announcing,
            Rulebook rulebook,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.signings = signings;
        this.decisions = decisions;
        this.drafts = drafts;
        this.queue = queue;
        this.licensing = licensing;
        this.supply = supply;
        this.textFacts = textFacts;
        this.second = second;
        this.announcing = announcing;
        this.rulebook = rulebook;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** All of it in the caller's transaction: it is on record everywhere, or nowhere. */
    SigningOutcome sign(UUID id, PhysicianId physician, SecondFactor factor) {
        var signing =
                signings.locked(id, physician)
                        .orElseThrow(() -> new Refusal.Missing("This text to sign"));
        var objection = objectionTo(signing, factor, clock.instant());
        if (objection.isPresent()) {
            return refused(signing, objection.get());
        }
        signing.requireOpenAt(clock.instant());
        queue.lockForDecision(signing.request(), physician, signing.fence());
        supply.hold(signing.patient());
        pharmacyOf(signing).ifPresent(pharmacy -> licensing.lockForSigning(physician, pharmacy));
        var now = rulebook.holdStill(); // From here on nothing it rests on moves.
        signing.requireOpenAt(now);
        var late = objectionTo(signing, factor, now);
        if (late.isPresent()) {
            return refused(signing, late.get());
        }
        requireCourse(signing);
        return judged(signing, factor, now);
    }

    /** Since it was marked ready, another physician may have signed for the same patient. */
    private void requireCourse(Signing signing) {
        var against =
                CourseRules.objections(
                        supply.courseOf(signing.patient()),
                        supply.tolerance(),
                        signing.text().content());
        against.values().stream()
                .findFirst()
                .ifPresent(
                        why -> {
                            throw new Refusal.Overtaken(why);
                        });
    }

    private SigningOutcome refused(Signing signing, String objection) {
        events.publishEvent(
                new SecondFactorRefused(
                        signing.id(), signing.patient(), signing.physician(), clock.instant()));
        return new SigningOutcome.FactorRefused(objection);
    }

    private SigningOutcome judged(Signing signing, SecondFactor factor, Instant now) {
        var known = queue.factsOf(signing.request(), signing.physician());
        var facts = textFacts.of(known, signing.text(), factor.subject(), now);
        var verdict = signing.text().content().verdict();
        SigningRight.objection(facts, verdict, now)
                .ifPresent(
                        why -> {
                            throw new Refusal.Overtaken(why);
                        });
        if (second.missing(signing.text().content(), facts, now).isPresent()) {
            throw new Refusal.Overtaken(
                    "The protocol asks a second physician's signature now. Review it again.");
        }
        var judgement = rulebook.judge(Moment.SIGNING, now, facts);
        var binding = BindingRows.of(judgement, verdict);
        var gate = rulebook.snapshot(judgement, facts);
        if (!BindingRows.allow(binding, verdict)) {
            signing.stopped(gate);
            events.publishEvent(
                    new SigningStopped(signing.id(), signing.patient(), signing.physician(), now));
            return new SigningOutcome.Stopped(binding);
        }
        return record(signing, factor, now, gate);
    }

    private static Optional<String> objectionTo(Signing signing, SecondFactor factor, Instant now) {
        return signing.isUsed()
                ? Optional.of("This second factor was used already.")
                : factor.objectionTo(signing.physician().toString(), signing.nonce(), now);
    }

    private SigningOutcome record(Signing signing, SecondFactor factor, Instant now, String gate) {
        var bundle =
                EvidenceBundle.of(
                        signing, factor, now, gate, second.evidence(signing.text().content()));
        var leaf = ledger.append(bundle.getBytes(StandardCharsets.UTF_8));
        signing.use();
        var decision =
                decisions.saveAndFlush(new SignedDecision(signing, factor, now, bundle, leaf));
        queue.decided(signing.request(), signing.physician(), signing.fence());
        drafts.findByRequestAndPhysician(signing.request(), signing.physician())
                .ifPresent(sheet -> sheet.isSigned(now));
        announcing.tell(decision);
        return new SigningOutcome.Signed(decision.getId(), leaf);
    }

    /** The pharmacy named in the text; none when nothing is prescribed. */
    private static Optional<PharmacyId> pharmacyOf(Signing signing) {
        var prescription = signing.text().content().prescription();
        return prescription == null
                ? Optional.empty()
                : Optional.of(PharmacyId.of(prescription.pharmacy()));
    }
}
