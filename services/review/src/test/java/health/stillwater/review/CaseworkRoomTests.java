package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** What a physician does with a case they hold, short of deciding it. */
class CaseworkRoomTests extends ReviewRoom {

    @Autowired Returning returning;

    RequestId request;
    long fence;

    @BeforeEach
    void aCaseOfDrReyes() {
        request = aWaitingCase();
        fence = fenceOf(request, reyes);
    }

    @Test
    void aQuestionStopsTheClockUntilThePatientAnswers(AssertablePublishedEvents published) {
        var due = dueOf(request);
        does(reyes, () -> casework.ask(request, reyes, fence, "Which dose of sertraline?"));
        assertThat(stageOf(request)).contains(CaseStage.PAUSED);
        assertThat(published).contains(CasePaused.class);
        clock.passes(Duration.ofHours(10));
        seenAgain();
        var question = questions(patient).getFirst();

        Actors.does(
                Actors.patient(patient), () -> casework.answer(question.id(), patient, "200 mg"));
        waitUntil(request, CaseStage.WAITING);

        assertThat(dueOf(request)).isEqualTo(due.plus(Duration.ofHours(10)));
        assertThat(pauses().getFirst().end())
                .hasValueSatisfying(
                        end -> {
                            assertThat(end.words()).isEqualTo("200 mg");
                            assertThat(end.by()).isEqualTo(Actor.Kind.PATIENT);
                        });
        assertThat(keptFor(request)).as("kept for who asked").isEqualTo(reyes.value());
    }

    @Test
    void aQuestionIsAnsweredByItsPatientOnceAndByNobodyElse() {
        does(reyes, () -> casework.ask(request, reyes, fence, "Which dose?"));
        var question = questions(patient).getFirst().id();
        var stranger = PatientId.next();

        assertThat(questions(stranger)).isEmpty();
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.patient(stranger),
                                        () -> casework.answer(question, stranger, "mine")))
                .isInstanceOf(Refusal.Missing.class);
        Actors.does(Actors.patient(patient), () -> casework.answer(question, patient, "200"));
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.patient(patient),
                                        () -> casework.answer(question, patient, "300")))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void aDeadFenceAsksDefersAndHandsOverNothing() {
        does(reyes, () -> queue.release(request, reyes));
        var now = fenceOf(request, reyes);

        for (var act :
                List.<Runnable>of(
                        () -> casework.ask(request, reyes, fence, "?"),
                        () -> casework.defer(request, reyes, fence, tomorrow(), "x"),
                        () -> casework.askForSecondOpinion(request, reyes, fence, "x"),
                        () -> casework.escalate(request, reyes, fence, "x"),
                        () -> casework.handOver(request, reyes, fence, quill, "x"))) {
            assertThatThrownBy(() -> does(reyes, act)).isInstanceOf(Refusal.Overtaken.class);
        }
        does(reyes, () -> queue.lockForDecision(request, reyes, now));
    }

    @Test
    void aDeferralComesBackAtItsTimeAndNotBefore() {
        does(reyes, () -> casework.defer(request, reyes, fence, tomorrow(), "Awaiting records."));
        clock.passes(Duration.ofDays(1).minusSeconds(1));
        seenAgain();
        Actors.asTheProgram(() -> returning.due(request));
        assertThat(stageOf(request)).contains(CaseStage.PAUSED);

        clock.passes(Duration.ofSeconds(1));
        Actors.asTheProgram(() -> returning.due(request));
        assertThat(stageOf(request)).contains(CaseStage.WAITING);
        var again = fenceOf(request, reyes);
        assertThatThrownBy(
                        () ->
                                does(
                                        reyes,
                                        () ->
                                                casework.defer(
                                                        request,
                                                        reyes,
                                                        again,
                                                        clock.instant().plus(Duration.ofDays(15)),
                                                        "x")))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void whoPutItOffTakesItUpAgain() {
        does(reyes, () -> casework.defer(request, reyes, fence, tomorrow(), "Awaiting records."));

        assertThatThrownBy(() -> does(quill, () -> casework.takeUp(request, quill, "mine")))
                .isInstanceOf(Refusal.Overtaken.class);
        does(reyes, () -> casework.takeUp(request, reyes, "The records came."));
        waitUntil(request, CaseStage.WAITING);
    }

    @Test
    void nobodyDecidesBeforeAnotherPhysicianGaveTheirOpinion() {
        does(reyes, () -> casework.askForSecondOpinion(request, reyes, fence, "Bipolar II?"));

        assertThatThrownBy(() -> does(reyes, () -> queue.decided(request, reyes, fence)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThatThrownBy(
                        () -> does(reyes, () -> casework.giveOpinion(request, reyes, true, "Yes.")))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThatThrownBy(() -> fenceOf(request, reyes)).isInstanceOf(Refusal.Overtaken.class);
        assertThat(as(quill, () -> queue.waitingFor(quill, QueueFilter.ALL)).wanted())
                .extracting(QueueRow::caseId)
                .contains(request);

        does(quill, () -> casework.giveOpinion(request, quill, false, "Not in this phase."));
        waitUntil(request, CaseStage.WAITING);
        var again = fenceOf(request, reyes);
        does(reyes, () -> queue.decided(request, reyes, again));
        assertThat(pauses().getFirst().end().orElseThrow().agrees()).isFalse();
    }

    @Test
    void anEscalationIsAnsweredByComplianceAndNobodyElse() {
        does(reyes, () -> casework.escalate(request, reyes, fence, "Asks for early refills."));
        var officer = Actors.staff(Actor.Kind.COMPLIANCE);
        var escalation =
                Actors.as(officer, oversight::escalated).stream()
                        .filter(each -> each.patient().equals(patient))
                        .findFirst()
                        .orElseThrow();

        assertThatThrownBy(() -> does(reyes, () -> oversight.answer(escalation.id(), "Fine.")))
                .isInstanceOf(Refusal.Missing.class);
        Actors.does(officer, () -> oversight.answer(escalation.id(), "No fills before day 26."));
        waitUntil(request, CaseStage.WAITING);
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        officer, () -> oversight.answer(escalation.id(), "Again")))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void aCaseIsHandedOnlyToWhoMayServeItsState(AssertablePublishedEvents published) {
        var elsewhereOnly = PhysicianId.next();
        elsewhere.aPhysician(elsewhereOnly, clock.instant(), UsState.NJ);
        assertThatThrownBy(
                        () ->
                                does(
                                        reyes,
                                        () ->
                                                casework.handOver(
                                                        request, reyes, fence, elsewhereOnly, "x")))
                .isInstanceOf(Refusal.Forbidden.class);

        does(reyes, () -> casework.handOver(request, reyes, fence, quill, "She knows you."));

        assertThat(published).contains(CaseHandedOver.class);
        assertThat(keptFor(request)).isEqualTo(quill.value());
        assertThat(as(quill, () -> casework.notesOn(request, quill)))
                .extracting(NoteView::words)
                .containsExactly("She knows you.");
        assertThatThrownBy(() -> does(reyes, () -> queue.decided(request, reyes, fence)))
                .isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void aCoverIsOfferedThePatientsOfWhoIsAway() {
        does(reyes, () -> casework.coverMe(reyes, quill, tomorrow()));
        does(reyes, () -> casework.defer(request, reyes, fence, tomorrow(), "Awaiting records."));
        does(reyes, () -> casework.takeUp(request, reyes, "They came."));
        waitUntil(request, CaseStage.WAITING);
        assertThat(keptFor(request)).isEqualTo(quill.value());
        assertThat(as(quill, () -> casework.coveredBy(quill)))
                .extracting(CoverView::physician)
                .containsExactly(reyes);

        does(reyes, () -> casework.coverEnds(reyes));
        assertThat(as(reyes, () -> casework.coverOf(reyes))).isEmpty();
    }

    @Test
    void nobodyCoversWhereTheyMayNotPrescribe() {
        elsewhere.aPhysician(quill, clock.instant(), UsState.NJ);

        assertThatThrownBy(() -> does(reyes, () -> casework.coverMe(reyes, quill, tomorrow())))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void colleaguesAreThoseWhoMayServeTheState() {
        var colleague = new PhysicianView(quill, "Dr. Quill", "1", "there", Set.of(UsState.FL));
        var me = new PhysicianView(reyes, "Dr. Reyes", "2", "here", Set.of(UsState.FL));
        when(licensing.physiciansFor(UsState.FL)).thenReturn(List.of(colleague, me));

        assertThat(as(reyes, () -> casework.colleaguesFor(request, reyes)))
                .containsExactly(colleague);
    }

    private void seenAgain() {
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        elsewhere.aPhysician(reyes, clock.instant(), UsState.FL);
    }

    private Instant tomorrow() {
        return clock.instant().plus(Duration.ofDays(1));
    }

    private List<PauseView> questions(PatientId whose) {
        return Actors.as(Actors.patient(whose), () -> casework.questionsTo(whose));
    }

    private List<PauseView> pauses() {
        return as(reyes, () -> casework.pausesOf(request, reyes));
    }

    private Instant dueOf(RequestId id) {
        return asked("select due_at from review.review_case where id = ?", id, Instant.class);
    }

    private UUID keptFor(RequestId id) {
        return asked("select kept_for from review.review_case where id = ?", id, UUID.class);
    }

    private <T> T asked(String sql, RequestId id, Class<T> type) {
        return Actors.as(
                Actor.system("test"),
                () ->
                        transaction.execute(
                                _ -> jdbc.sql(sql).param(id.value()).query(type).single()));
    }
}
