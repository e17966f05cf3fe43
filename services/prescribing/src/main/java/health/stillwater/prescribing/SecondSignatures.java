package health.stillwater.prescribing;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.ledger.Ledger;
import health.stillwater.licensing.Licensing;
import health.stillwater.review.Casework;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.runtime.Acting;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second door of prescribing: where the protocol asks two signatures, the physician who has the
 * case asks a colleague, who signs exactly what is to be prescribed. The case then goes back, and
 * the prescription names that signature.
 */
@Service
public class SecondSignatures {

    /**
     * A license (D05), a registration (D06), rules in force (D36). The claim is the colleague's.
     */
    private static final Set<String> BINDING = Set.of("D05", "D06", "D36");

    private final WritingDesk desk;
    private final Seconds seconds;
    private final ReviewQueue queue;
    private final Casework casework;
    private final Licensing licensing;
    private final Rulebook rulebook;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondSignatures(
            WritingDesk desk,
            Seconds seconds,
            ReviewQueue queue,
            Casework casework,
            Licensing licensing,
            Rulebook rulebook,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.seconds = seconds;
        this.queue = queue;
        this.casework = casework;
        this.licensing = licensing;
        this.rulebook = rulebook;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks a colleague to sign what is drafted, and sets the case aside until one has. When no
     * second signature is asked any more, or the draft cannot be signed, that is the answer and
     * nobody is asked.
     */
    @Transactional
    public ReadyOutcome ask(RequestId request, PhysicianId physician, long fence) {
        only(physician);
        var draft = desk.draftOf(request, physician);
        var outcome = desk.ready(request, physician, fence, draft.form());
        if (outcome instanceof ReadyOutcome.SecondNeeded needed) {
            asks(request, physician, fence, needed);
        }
        return outcome;
    }

    private void asks(
            RequestId request,
            PhysicianId physician,
            long fence,
            ReadyOutcome.SecondNeeded needed) {
        var id = UUID.randomUUID();
        var text = text(id, needed.text(), needed.aboveMg());
        var words =
                "Second signature: %s mg a session; the protocol asks one above %s mg."
                        .formatted(text.mgPerSession(), text.aboveMg());
        var pause = casework.askForSecondOpinion(request, physician, fence, words);
        var patient = needed.text().patient().id();
        seconds.saveAndFlush(
                new SecondSignature(
                        id,
                        request,
                        PatientId.of(patient),
                        physician,
                        pause,
                        text,
                        clock.instant()));
    }

    private static SecondText text(UUID id, SignedText asked, BigDecimal above) {
        var prescription = asked.prescription();
        if (prescription == null) {
            throw new IllegalStateException("nothing is prescribed: " + asked.decision());
        }
        return new SecondText(
                SecondText.FORMAT,
                id.toString(),
                asked.request(),
                asked.patient(),
                asked.prescriber(),
                prescription,
                asked.words(),
                asked.benefitRisk(),
                asked.clinicalDifference(),
                above.toPlainString(),
                Dose.of(prescription).mgPerSession().toPlainString(),
                SigningStatement.SECOND);
    }

    /**
     * What waits for a second signature in an opinion that is asked for; empty when nothing does.
     */
    @Transactional(readOnly = true)
    public Optional<SecondRequest> asked(UUID pause, PhysicianId physician) {
        only(physician);
        return seconds.findByPause(pause).map(SecondSignature::view);
    }

    /**
     * Completing the second factor is signing: the signature, its leaf of the ledger, and the case
     * that goes back to who asked, in one transaction, or nothing.
     */
    @Transactional
    public SecondOutcome sign(UUID id, PhysicianId physician, SecondFactor factor) {
        only(physician);
        var second = seconds.locked(id).orElseThrow(() -> new Refusal.Missing("This text to sign"));
        queue.open(second.request(), physician);
        second.requireSignableBy(physician);
        licensing.lockForSigning(physician, second.pharmacy());
        var now = rulebook.holdStill(); // From here on nothing it rests on moves.
        var objection = factor.objectionTo(physician.toString(), second.nonce(), now);
        if (objection.isPresent()) {
            events.publishEvent(new SecondFactorRefused(id, second.patient(), physician, now));
            return new SecondOutcome.FactorRefused(objection.get());
        }
        var facts = queue.factsOf(second.request(), physician);
        SigningRight.objection(facts, PrescriberVerdict.APPROVE, now)
                .ifPresent(
                        why -> {
                            throw new Refusal.Forbidden(why);
                        });
        var judged = rulebook.judge(Moment.SIGNING, now, facts);
        var binding = BindingRows.only(judged, BINDING);
        if (!binding.allowed() || binding.verdicts().size() < BINDING.size()) {
            events.publishEvent(new SigningStopped(id, second.patient(), physician, now));
            return new SecondOutcome.Stopped(binding);
        }
        record(second, physician, factor, rulebook.snapshot(judged, facts), now);
        return new SecondOutcome.Signed();
    }

    private void record(
            SecondSignature second,
            PhysicianId physician,
            SecondFactor factor,
            String gate,
            Instant now) {
        var signer =
                Map.of(
                        "id", physician.toString(),
                        "name", licensing.physician(physician).name());
        var bundle = EvidenceBundle.of(second, signer, factor, now, gate, BINDING);
        var leaf = ledger.append(bundle.getBytes(StandardCharsets.UTF_8));
        second.sign(physician, factor, bundle, leaf, now);
        seconds.saveAndFlush(second);
        casework.giveOpinion(second.request(), physician, true, "Signed as the second physician.");
        events.publishEvent(
                new SecondSigned(second.id(), second.request(), second.patient(), physician, now));
    }

    private static void only(PhysicianId physician) {
        var actor = Acting.now();
        if (actor.kind() != Actor.Kind.PHYSICIAN || !actor.id().equals(physician.value())) {
            throw new Refusal.Missing("This case");
        }
    }
}
