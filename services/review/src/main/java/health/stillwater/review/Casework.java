package health.stillwater.review;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.licensing.Licensing;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.runtime.Acting;
import health.stillwater.runtime.DatabaseClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second door of the queue: what a physician does with a case they hold short of deciding it,
 * and what others answer. Each act takes the number of the claim, and ends the claim.
 */
@Service
public class Casework {

    /** Nobody puts a patient off for longer than this at once. */
    public static final Duration LONGEST_DEFERRAL = Duration.ofDays(14);

    private final ReviewCases cases;
    private final Pauses pauses;
    private final Covers covers;
    private final Licensing licensing;
    private final ApplicationEventPublisher events;
    private final DatabaseClock clock;

    Casework(
            ReviewCases cases,
            Pauses pauses,
            Covers covers,
            Licensing licensing,
            ApplicationEventPublisher events,
            DatabaseClock clock) {
        this.cases = cases;
        this.pauses = pauses;
        this.covers = covers;
        this.licensing = licensing;
        this.events = events;
        this.clock = clock;
    }

    /** Asks the patient; the time promised stands still until they answer. */
    @Transactional
    public void ask(RequestId caseId, PhysicianId physician, long fence, String question) {
        pause(caseId, physician, fence, PauseKind.QUESTION, question, null);
    }

    /** Puts it off until a time, at most {@link #LONGEST_DEFERRAL} from now. */
    @Transactional
    public void defer(
            RequestId caseId, PhysicianId physician, long fence, Instant until, String reason) {
        var now = clock.now();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_DEFERRAL))) {
            throw new Refusal.Forbidden(
                    "Choose a time from now on, at most "
                            + LONGEST_DEFERRAL.toDays()
                            + " days away.");
        }
        pause(caseId, physician, fence, PauseKind.DEFERRAL, reason, until);
    }

    /**
     * Asks any colleague who may serve the state; nobody decides before one has answered. Answers
     * the id of the pause.
     */
    @Transactional
    public UUID askForSecondOpinion(
            RequestId caseId, PhysicianId physician, long fence, String words) {
        return pause(caseId, physician, fence, PauseKind.SECOND_OPINION, words, null);
    }

    /** Puts it before the medical director and compliance. */
    @Transactional
    public void escalate(RequestId caseId, PhysicianId physician, long fence, String words) {
        pause(caseId, physician, fence, PauseKind.ESCALATION, words, null);
    }

    private UUID pause(
            RequestId caseId,
            PhysicianId physician,
            long fence,
            PauseKind kind,
            String words,
            @Nullable Instant returnsAt) {
        var found = locked(caseId, physician);
        var now = clock.now();
        var why = new Pausing(UUID.randomUUID(), kind, physician, returnsAt);
        found.pause(physician, fence, why, now);
        pauses.write(found, why, Pauses.checked(words), now);
        events.publishEvent(new CasePaused(caseId, found.patient(), physician, kind, now));
        return why.id();
    }

    /** Gives the case to a colleague who may serve the state, with a word for them. */
    @Transactional
    public void handOver(
            RequestId caseId, PhysicianId physician, long fence, PhysicianId to, String words) {
        var found = locked(caseId, physician);
        if (to.equals(physician) || !licensing.servableBy(to).contains(found.state())) {
            throw new Refusal.Forbidden(
                    "Choose a colleague who may prescribe where the patient is.");
        }
        var now = clock.now();
        found.handOver(physician, fence, to, now);
        pauses.note(found, physician, to, Pauses.checked(words), now);
        events.publishEvent(new CaseHandedOver(caseId, found.patient(), physician, to, now));
    }

    /** Says what a second physician thinks of a colleague's case. */
    @Transactional
    public void giveOpinion(RequestId caseId, PhysicianId physician, boolean agrees, String words) {
        var found = locked(caseId, physician);
        var asked =
                open(found, PauseKind.SECOND_OPINION)
                        .filter(pause -> !pause.physician().equals(physician))
                        .orElseThrow(Casework::answered);
        end(asked, Pauses.checked(words), agrees);
    }

    /** Takes back a question or a deferral; the case goes on at once. */
    @Transactional
    public void takeUp(RequestId caseId, PhysicianId physician, String words) {
        var found = locked(caseId, physician);
        var asked =
                open(found, PauseKind.QUESTION)
                        .or(() -> open(found, PauseKind.DEFERRAL))
                        .filter(pause -> pause.physician().equals(physician))
                        .orElseThrow(Casework::answered);
        end(asked, Pauses.checked(words), null);
    }

    /** What physicians asked this patient, the latest first. */
    @Transactional(readOnly = true)
    public List<PauseView> questionsTo(PatientId patient) {
        return pauses.questionsTo(patient);
    }

    /** The patient answers a question that waits for them. */
    @Transactional
    public void answer(UUID question, PatientId patient, String words) {
        var asked =
                pauses.find(question)
                        .filter(found -> found.patient().equals(patient))
                        .filter(found -> found.kind() == PauseKind.QUESTION)
                        .orElseThrow(() -> new Refusal.Missing("This question"));
        if (asked.end().isPresent()) {
            throw answered();
        }
        end(asked, Pauses.checked(words), null);
    }

    private void end(PauseView asked, String words, @Nullable Boolean agrees) {
        var now = clock.now();
        pauses.end(asked, words, agrees, now);
        events.publishEvent(
                new PauseEnded(asked.id(), asked.request(), asked.patient(), asked.kind(), now));
    }

    private Optional<PauseView> open(ReviewCase found, PauseKind kind) {
        return found.pausing()
                .filter(pausing -> pausing.kind() == kind)
                .flatMap(pausing -> pauses.find(pausing.id()))
                .filter(pause -> pause.end().isEmpty());
    }

    /** Everything asked about a case, the latest first. */
    @Transactional(readOnly = true)
    public List<PauseView> pausesOf(RequestId caseId, PhysicianId physician) {
        only(physician);
        return pauses.of(caseId);
    }

    @Transactional(readOnly = true)
    public List<NoteView> notesOn(RequestId caseId, PhysicianId physician) {
        only(physician);
        return pauses.notesOn(caseId);
    }

    /** Who else may serve the state of a case, by name. */
    @Transactional(readOnly = true)
    public List<PhysicianView> colleaguesFor(RequestId caseId, PhysicianId physician) {
        only(physician);
        var found = cases.findById(caseId).orElseThrow(Casework::missing);
        return licensing.physiciansFor(found.state()).stream()
                .filter(colleague -> !colleague.id().equals(physician))
                .toList();
    }

    /** Names who looks after this physician's patients until a time, instead of whoever did. */
    @Transactional
    public void coverMe(PhysicianId physician, PhysicianId cover, Instant until) {
        only(physician);
        var now = clock.now();
        if (cover.equals(physician) || !until.isAfter(now)) {
            throw new Refusal.Forbidden("Name a colleague, and a day from tomorrow on.");
        }
        var mine = licensing.servableBy(physician);
        var common =
                licensing.servableBy(cover).stream()
                        .filter(mine::contains)
                        .collect(Collectors.toSet());
        if (common.isEmpty()) {
            throw new Refusal.Forbidden("This colleague may not prescribe in any of your states.");
        }
        covers.begin(physician, cover, until, now);
        cases.keptFor(physician)
                .forEach(
                        id ->
                                cases.locked(id)
                                        .filter(kept -> common.contains(kept.state()))
                                        .ifPresent(kept -> kept.keepFor(cover, now)));
        events.publishEvent(new CoverNamed(physician, cover, until, now));
    }

    /** The physician is back. */
    @Transactional
    public void coverEnds(PhysicianId physician) {
        only(physician);
        var now = clock.now();
        if (covers.end(physician, now)) {
            events.publishEvent(new CoverEnded(physician, now));
        }
    }

    @Transactional(readOnly = true)
    public Optional<CoverView> coverOf(PhysicianId physician) {
        only(physician);
        return covers.of(physician, clock.now());
    }

    /** Those whose patients this physician looks after. */
    @Transactional(readOnly = true)
    public List<CoverView> coveredBy(PhysicianId physician) {
        only(physician);
        return covers.by(physician, clock.now());
    }

    private ReviewCase locked(RequestId caseId, PhysicianId physician) {
        only(physician);
        return cases.locked(caseId)
                .filter(found -> licensing.servableBy(physician).contains(found.state()))
                .orElseThrow(Casework::missing);
    }

    private static void only(PhysicianId physician) {
        var actor = Acting.now();
        if (actor.kind() != Actor.Kind.PHYSICIAN || !actor.id().equals(physician.value())) {
            throw missing();
        }
    }

    private static Refusal.Overtaken answered() {
        return new Refusal.Overtaken("This was answered already, or it waits for nobody.");
    }

    private static Refusal.Missing missing() {
        return new Refusal.Missing("This case");
    }
}
