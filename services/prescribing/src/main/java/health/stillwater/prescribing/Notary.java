package health.stillwater.prescribing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.ledger.Ledger;
import health.stillwater.licensing.Licensing;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Facts;
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
    private final ReviewQueue queue;
    private final Licensing licensing;
    private final Rulebook rulebook;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notary(
            Signings signings,
            Decisions decisions,
            ReviewQueue queue,
            Licensing licensing,
            Rulebook rulebook,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.signings = signings;
        this.decisions = decisions;
        this.queue = queue;
        this.licensing = licensing;
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
        var now = clock.instant();
        var objection = objectionTo(signing, factor, now);
        if (objection.isPresent()) {
            events.publishEvent(new SecondFactorRefused(id, signing.patient(), physician, now));
            return new SigningOutcome.FactorRefused(objection.get());
        }
        signing.requireOpenAt(now);
        queue.lockForDecision(signing.request(), physician, signing.fence());
        pharmacyOf(signing).ifPresent(pharmacy -> licensing.lockForSigning(physician, pharmacy));
        return signLocked(signing, physician, factor);
    }

    /** Time is read once nothing moves any more: what was committed while we waited binds. */
    private SigningOutcome signLocked(Signing signing, PhysicianId physician, SecondFactor factor) {
        var id = signing.id();
        var now = clock.instant();
        var facts = factsFor(signing, factor);
        var judgement = rulebook.judge(Moment.SIGNING, now, facts);
        var verdict = signing.text().content().verdict();
        var binding = BindingRows.of(judgement, verdict);
        var gate = rulebook.snapshot(judgement, facts);
        if (!BindingRows.allow(binding, verdict)) {
            signing.stopped(gate);
            events.publishEvent(new SigningStopped(id, signing.patient(), physician, now));
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
        var bundle = EvidenceBundle.of(signing, factor, now, gate);
        var leaf = ledger.append(bundle.getBytes(StandardCharsets.UTF_8));
        signing.use();
        var decision =
                decisions.saveAndFlush(new SignedDecision(signing, factor, now, bundle, leaf));
        queue.decided(signing.request(), signing.physician(), signing.fence());
        tell(decision.getId(), signing, leaf, now);
        return new SigningOutcome.Signed(decision.getId(), leaf);
    }

    private void tell(DecisionId decision, Signing signing, long leaf, Instant now) {
        var request = signing.request();
        var patient = signing.patient();
        var physician = signing.physician();
        events.publishEvent(new DecisionSigned(decision, request, patient, physician, leaf, now));
        events.publishEvent(
                pharmacyOf(signing)
                        .<Object>map(
                                pharmacy ->
                                        new PrescriptionApproved(
                                                decision, request, patient, physician, pharmacy,
                                                now))
                        .orElseGet(
                                () ->
                                        new PrescriptionDeclined(
                                                decision, request, patient, physician, now)));
    }

    private Facts factsFor(Signing signing, SecondFactor factor) {
        var text = signing.text();
        var facts =
                queue.factsOf(signing.request(), signing.physician())
                        .with(SignedFacts.of(text, text.hash(), factor.subject(), null));
        return pharmacyOf(signing)
                .map(pharmacy -> facts.and(licensing.factsOf(pharmacy)))
                .orElse(facts);
    }

    /** The pharmacy named in the text; none when declined. */
    private static Optional<PharmacyId> pharmacyOf(Signing signing) {
        var prescription = signing.text().content().prescription();
        return prescription == null
                ? Optional.empty()
                : Optional.of(PharmacyId.of(prescription.pharmacy()));
    }
}
