package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of enrollment: the gate is asked, and its judgement kept with what came of it. */
@Component
class Completion {

    private final Requests requests;
    private final AssessmentsKept assessments;
    private final FactsOfRequests facts;
    private final GateBook gate;
    private final Licensing licensing;
    private final Rulebook rulebook;
    private final Clock clock;

    Completion(
            Requests requests,
            AssessmentsKept assessments,
            FactsOfRequests facts,
            GateBook gate,
            Licensing licensing,
            Rulebook rulebook,
            Clock clock) {
        this.requests = requests;
        this.assessments = assessments;
        this.facts = facts;
        this.gate = gate;
        this.licensing = licensing;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Transactional
    CompletionOutcome complete(PatientId patient) {
        var request =
                requests.latestOf(patient)
                        .orElseThrow(() -> new Refusal.Missing("This enrollment"));
        if (request.enrolled()) {
            return new CompletionOutcome.Enrolled(request.id());
        }
        assessed(request);
        var known = facts.of(request).and(licensing.factsOfOrganization());
        var judgement = rulebook.judge(Moment.ENROLLMENT, clock.instant(), known);
        gate.keep(request, judgement, rulebook.snapshot(judgement, known));
        if (!judgement.allowed()) {
            request.stopped(clock.instant());
            requests.save(request);
            return new CompletionOutcome.Stopped(judgement);
        }
        var place = known.location();
        if (place == null || place.state() == null) {
            throw new IllegalStateException(
                    "the gate let a request without a place through: " + request.id());
        }
        request.enroll(UsState.valueOf(place.state()), clock.instant());
        requests.save(request);
        return new CompletionOutcome.Enrolled(request.id());
    }

    private void assessed(Request request) {
        var assessment =
                request.assessment()
                        .flatMap(assessments::findById)
                        .filter(Assessment::finished)
                        .orElseThrow(
                                () ->
                                        new Refusal.Forbidden(
                                                "Please take the assessment first. It is free."));
        if (!assessment.opensTheWay()) {
            throw new Refusal.Forbidden(
                    "Your answers say that this is not a fit now. If something changed, you can"
                            + " take the assessment again, free.");
        }
    }
}
