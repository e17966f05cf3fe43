package health.stillwater.review;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.LocationAttested;
import health.stillwater.enrollment.NewAnswersWorry;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.rulebook.EncounterFacts;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Moment;
import health.stillwater.runtime.DatabaseClock;
import health.stillwater.visits.PdmpReviewed;
import health.stillwater.visits.VisitFinished;
import health.stillwater.visits.Visits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets cases into the queue when the gate allows, and keeps asking for those it does not. */
@Component
class Intake {

    private final ReviewCases cases;
    private final CaseGate gate;
    private final Enrollment enrollment;
    private final Visits visits;
    private final Continuity continuity;
    private final NextCase nextCase;
    private final Pauses pauses;
    private final ClaimDesk desk;
    private final FollowUpDesk followUps;
    private final ApplicationEventPublisher events;
    private final DatabaseClock clock;

    Intake(
            ReviewCases cases,
            CaseGate gate,
            Enrollment enrollment,
            Visits visits,
            Continuity continuity,
            NextCase nextCase,
            Pauses pauses,
            ClaimDesk desk,
            FollowUpDesk followUps,
            ApplicationEventPublisher events,
            DatabaseClock clock) {
        this.cases = cases;
        this.gate = gate;
        this.enrollment = enrollment;
        this.visits = visits;
        this.continuity = continuity;
        this.nextCase = nextCase;
        this.pauses = pauses;
        this.desk = desk;
        this.followUps = followUps;
        this.events = events;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "review.open-case")
    void on(VisitFinished news) {
        if (wasLiveVideo(visits.factsOf(news.request()))) {
            visited(news.request(), news.subject(), news.physician());
        }
    }

    @ApplicationModuleListener(id = "review.recheck-on-pdmp")
    void on(PdmpReviewed news) {
        recheckAllOf(news.subject());
    }

    @ApplicationModuleListener(id = "review.recheck-on-location")
    void on(LocationAttested news) {
        recheckAllOf(news.subject());
    }

    @ApplicationModuleListener(id = "review.look-after-new-answers")
    void on(NewAnswersWorry news) {
        var about = " They have medicine at home. Request " + news.request() + ".";
        switch (news.worry()) {
            case SELF_HARM ->
                    followUps.open(
                            news.subject(),
                            FollowUpReason.ALARMING_ANSWER,
                            "Asking for the next supply, the patient told us about thoughts of death or of hurting"
                                    + " themselves."
                                    + about);
            case NOT_A_FIT ->
                    followUps.open(
                            news.subject(),
                            FollowUpReason.ANSWERS_SPEAK_AGAINST,
                            "Asking for the next supply, the patient told us about something that speaks against"
                                    + " treatment at home."
                                    + about);
        }
    }

    @ApplicationModuleListener(id = "review.go-on")
    void on(PauseEnded news) {
        goOn(news.request());
    }

    private static boolean wasLiveVideo(Facts facts) {
        var encounter = facts.encounter();
        return encounter != null
                && encounter.modality() == EncounterFacts.Modality.VIDEO
                && encounter.status() == EncounterFacts.Status.COMPLETED
                && encounter.noteStatus() == EncounterFacts.NoteStatus.SIGNED;
    }

    private void visited(RequestId request, PatientId patient, PhysicianId physician) {
        var known = cases.locked(request);
        if (known.isPresent()) {
            known.get().visitedBy(physician);
        } else {
            var now = clock.now();
            var facts = enrollment.factsOf(request);
            var state =
                    CaseGate.placeOf(facts).orElseGet(() -> enrollment.patient(patient).state());
            var kind = CaseKind.of(facts);
            cases.save(ReviewCase.open(request, patient, state, physician, kind, now));
            events.publishEvent(new CaseOpened(request, patient, now));
        }
        recheck(request);
    }

    private void recheckAllOf(PatientId patient) {
        cases.idsOf(patient)
                .forEach(this::recheck); // ids only: what is read before its lock may be old
    }

    /**
     * Judges a case that nobody holds again; answers where it stands. Missing cases have no stage.
     */
    @Transactional
    public CaseStage recheck(RequestId request) {
        var found = cases.locked(request).orElseThrow(() -> new Refusal.Missing("This case"));
        switch (found.stage()) {
            case HELD, WAITING -> judgeAgain(found);
            case CLAIMED, PAUSED, DECIDED -> {
                // Past the queue: the gate asks again at claim and at signing.
            }
        }
        return found.stage();
    }

    private void judgeAgain(ReviewCase found) {
        var facts = gate.factsOf(found, found.visitPhysician());
        var judgement = gate.judge(Moment.QUEUE, clock.now(), facts);
        var before = found.stage();
        var sentencesBefore = found.heldBecause();
        found.weighed(CaseGate.riskOf(facts));
        CaseGate.placeOf(facts).ifPresent(found::locatedIn);
        nextCase.offerAgain(found.id(), judgement.at());
        if (judgement.allowed() && before == CaseStage.HELD) {
            found.letIn();
            continuity.keep(found, found.visitPhysician(), judgement.at());
        } else if (!judgement.allowed()) {
            found.hold(CaseGate.sentences(judgement));
        }
        if (found.stage() == before && found.heldBecause().equals(sentencesBefore)) {
            return; // Nothing new: no second copy of the same answer.
        }
        gate.keep(found, judgement, facts);
        events.publishEvent(
                judgement.allowed()
                        ? new CaseLetIn(found.id(), found.patient(), judgement.at())
                        : new CaseHeld(found.id(), found.patient(), judgement.at()));
    }

    /** Puts a case back whose claim is over. */
    @Transactional
    public void takeBack(RequestId request) {
        cases.locked(request).ifPresent(found -> desk.tookBack(found, clock.now()));
    }

    /** Puts a case back that was set aside, once what it waited for has come. */
    @Transactional
    public void goOn(RequestId request) {
        cases.locked(request)
                .filter(found -> found.pausing().filter(this::isOver).isPresent())
                .ifPresent(this::goesOn);
    }

    private boolean isOver(Pausing pausing) {
        return pauses.find(pausing.id()).filter(pause -> pause.end().isPresent()).isPresent();
    }

    private void goesOn(ReviewCase found) {
        var now = clock.now();
        var asked = found.goOn(now);
        continuity.keep(found, asked, now);
        events.publishEvent(new CaseWentOn(found.id(), found.patient(), now));
        judgeAgain(found);
    }

    /** From now on anybody may be offered it. */
    @Transactional
    public void keepNoLonger(RequestId request) {
        var now = clock.now();
        cases.locked(request).ifPresent(found -> found.keepNoLonger(now));
    }

    /** Tells compliance, once, that the time promised is over. */
    @Transactional
    public void ring(RequestId request) {
        var now = clock.now();
        cases.locked(request)
                .filter(found -> found.ringIfOverdue(now))
                .ifPresent(
                        found ->
                                events.publishEvent(
                                        new CaseOverdue(request, found.patient(), now)));
    }
}
