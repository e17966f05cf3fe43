package health.stillwater.prescribing;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.licensing.Licensing;
import health.stillwater.review.ReviewQueue;
import health.stillwater.rulebook.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where a decision is drafted, and its text frozen when the physician calls it ready. */
@Component
class WritingDesk {

    private final Drafts drafts;
    private final Signings signings;
    private final ReviewQueue queue;
    private final Enrollment enrollment;
    private final Licensing licensing;
    private final SupplyBook supply;
    private final TextFacts textFacts;
    private final SecondRule second;
    private final ReadyGate gate;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WritingDesk(
            Drafts drafts,
            Signings signings,
            ReviewQueue queue,
            Enrollment enrollment,
            Licensing licensing,
            SupplyBook supply,
            TextFacts textFacts,
            SecondRule second,
            ReadyGate gate,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.signings = signings;
        this.queue = queue;
        this.enrollment = enrollment;
        this.licensing = licensing;
        this.supply = supply;
        this.textFacts = textFacts;
        this.second = second;
        this.gate = gate;
        this.events = events;
        this.clock = clock;
    }

    Draft draftOf(RequestId request, PhysicianId physician) {
        return drafts.findByRequestAndPhysician(request, physician)
                .map(DraftSheet::view)
                .orElseGet(() -> new Draft(DecisionForm.empty(), 0, null));
    }

    Draft save(RequestId request, PhysicianId physician, Draft draft) {
        requireClaim(request, physician);
        var now = clock.instant();
        var sheet = sheet(request, physician, now);
        if (sheet.write(draft.form(), draft.version(), now)) {
            saved(sheet, now);
        }
        return sheet.view();
    }

    ReadyOutcome ready(RequestId request, PhysicianId physician, long fence, DecisionForm form) {
        queue.lockForDecision(request, physician, fence);
        var now = clock.instant();
        var sheet = sheet(request, physician, now);
        if (sheet.write(form, now)) {
            saved(sheet, now);
        }
        voidOpen(request, now);
        return switch (CheckedForm.of(form)) {
            case CheckedForm.Wrong wrong -> new ReadyOutcome.Invalid(wrong.fieldErrors());
            case CheckedForm.Prescribe prescribe -> freeze(sheet, fence, prescribe, now);
            case CheckedForm.WriteNone none -> freeze(sheet, fence, none, now);
        };
    }

    private ReadyOutcome freeze(DraftSheet sheet, long fence, CheckedForm checked, Instant now) {
        var id = UUID.randomUUID();
        var facts = queue.factsOf(sheet.request(), sheet.physician());
        var text = FrozenText.freeze(second.named(write(id, sheet, checked, facts, now)));
        var against =
                CourseRules.objections(
                        supply.courseOf(sheet.patient()), supply.tolerance(), text.content());
        if (!against.isEmpty()) {
            return new ReadyOutcome.Invalid(against);
        }
        var signer = sheet.physician().toString();
        var verdict = text.content().verdict();
        var whole = textFacts.of(facts, text, signer, now);
        var right = SigningRight.objection(whole, verdict, now);
        if (right.isPresent()) {
            return new ReadyOutcome.Invalid(Map.of("verdict", right.get()));
        }
        var binding = gate.judge(sheet, verdict, whole, now);
        if (!BindingRows.allow(binding, verdict)) {
            return new ReadyOutcome.Stopped(binding);
        }
        var above = second.missing(text.content(), whole, now);
        if (above.isPresent()) {
            return new ReadyOutcome.SecondNeeded(text.content(), above.get());
        }
        var signing =
                signings.saveAndFlush(
                        new Signing(
                                id,
                                sheet.request(),
                                sheet.patient(),
                                sheet.physician(),
                                fence,
                                text,
                                now));
        events.publishEvent(
                new MarkedReady(id, sheet.request(), sheet.patient(), sheet.physician(), now));
        return new ReadyOutcome.Ready(signing.view(now));
    }

    CourseView courseOf(RequestId request) {
        var patient = patientOf(request);
        var course = supply.courseOf(patient);
        var today = LocalDate.ofInstant(clock.instant(), enrollment.patient(patient).zone());
        var inForce = course.inForce(null);
        var through = course.coveredThrough(today, Set.of());
        var tolerance = supply.tolerance();
        return new CourseView(
                inForce.map(SignedDecision::getId),
                inForce.map(prescription -> prescription.dose().words()),
                through,
                tolerance.isEmpty()
                        ? Optional.empty()
                        : through.map(day -> CourseRules.earliest(day, tolerance.getAsInt())),
                course.decisions().reversed().stream()
                        .map(decision -> decision.view(course.standingOf(decision)))
                        .filter(view -> view.standing().kind() != Standing.Kind.CORRECTED)
                        .toList(),
                course.fills());
    }

    private SignedText write(
            UUID id, DraftSheet sheet, CheckedForm checked, Facts facts, Instant now) {
        var wording =
                new Wording(
                        id,
                        sheet.request(),
                        enrollment.patient(sheet.patient()),
                        licensing.physician(sheet.physician()),
                        Wording.stateOf(facts)
                                .flatMap(licensing::pharmacyFor)
                                .map(licensing::pharmacy),
                        facts,
                        now);
        return switch (checked) {
            case CheckedForm.Prescribe prescribe -> wording.of(prescribe);
            case CheckedForm.WriteNone none -> wording.of(none);
            case CheckedForm.Wrong wrong ->
                    throw new IllegalStateException("nothing to write: " + wrong);
        };
    }

    private void saved(DraftSheet sheet, Instant now) {
        voidOpen(sheet.request(), now);
        events.publishEvent(
                new DraftSaved(
                        sheet.request(),
                        sheet.patient(),
                        sheet.physician(),
                        sheet.revision(),
                        now));
    }

    /** What was ready to sign no longer is what the physician means. */
    private void voidOpen(RequestId request, Instant now) {
        for (var open : signings.lockedOpen(request)) {
            open.voided();
            events.publishEvent(
                    new SigningVoided(open.id(), open.patient(), open.physician(), now));
        }
        signings.flush();
    }

    private DraftSheet sheet(RequestId request, PhysicianId physician, Instant now) {
        return drafts.findByRequestAndPhysician(request, physician)
                .orElseGet(
                        () ->
                                drafts.save(
                                        new DraftSheet(
                                                request, patientOf(request), physician, now)));
    }

    private PatientId patientOf(RequestId request) {
        return enrollment.request(request).patient();
    }

    private void requireClaim(RequestId request, PhysicianId physician) {
        if (queue.claimOf(request, physician).isEmpty()) {
            throw new Refusal.Overtaken(
                    "Your claim on this case has ended. Claim it again to go on.");
        }
    }
}
