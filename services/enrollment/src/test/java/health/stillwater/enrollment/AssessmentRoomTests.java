package health.stillwater.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssessmentRoomTests extends EnrollmentRoom {

    @Test
    void isReadByWhoeverHoldsItsIdAndByNobodyElse() {
        var id = assessed();

        assertThat(asVisitor(id, () -> assessments.progress(id)).answers().get("reason"))
                .isEqualTo(Told.one("depression"));
        for (var other :
                List.of(
                        Actors.visitor(UUID.randomUUID()),
                        Actors.patient(patient),
                        Actor.NOBODY,
                        Actors.staff(Actor.Kind.BILLING))) {
            assertThatThrownBy(() -> Actors.as(other, () -> assessments.progress(id)))
                    .as(other.kind().name())
                    .isInstanceOf(Refusal.Missing.class);
        }
    }

    @Test
    void isTakenOverByOnePatientAndThenByNoOther() {
        var id = assessed();
        var stranger = PatientId.next();

        var request = as(() -> enrollment.begin(patient, id, "rosa@example.org"));

        assertThat(as(() -> enrollment.request(request)).indication()).isEqualTo("depression");
        assertThat(steps()).containsEntry(EnrollmentView.Step.ASSESSMENT, true);
        assertThatThrownBy(() -> asVisitor(id, () -> assessments.progress(id)))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(
                        () ->
                                Actors.as(
                                        Actors.patient(stranger),
                                        () -> enrollment.begin(stranger, id, "other@example.org")))
                .isInstanceOf(Refusal.Missing.class);
        assertThat(as(() -> enrollment.begin(patient, id, "rosa@example.org"))).isEqualTo(request);
    }

    @Test
    void isNotTakenOverBeforeItWasSent() {
        var id = assessments.begin();
        asVisitor(id, () -> assessments.answer(id, "state", Told.one("FL")));

        as(() -> enrollment.begin(patient, id, "rosa@example.org"));

        assertThat(steps()).containsEntry(EnrollmentView.Step.ASSESSMENT, false);
        assertThat(asVisitor(id, () -> assessments.progress(id)).finished()).isFalse();
    }

    @Test
    void cannotBeSentWithQuestionsLeftNorChangedOnceSent() {
        var id = assessments.begin();
        asVisitor(id, () -> assessments.answer(id, "state", Told.one("FL")));
        assertThatThrownBy(() -> asVisitor(id, () -> assessments.outcome(id)))
                .isInstanceOf(Refusal.Forbidden.class);

        var sent = assessed();
        assertThatThrownBy(
                        () ->
                                asVisitor(
                                        sent,
                                        () -> assessments.answer(sent, "mood", Told.one("0"))))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void showsHelpAtOnceToWhoeverThinksOfDying() {
        var id = assessments.begin();

        assertThat(asVisitor(id, () -> assessments.answer(id, "thoughts", Told.one("1"))))
                .isInstanceOf(AnswerOutcome.Crisis.class);
        assertThat(asVisitor(id, () -> assessments.progress(id)).answers().get("thoughts"))
                .isEqualTo(Told.one("1"));
    }

    @Test
    void endsForATexanAtTheFirstQuestionAndKeepsOnlyAnAddressForTheWaitingList() {
        var id = assessments.begin();

        var answered = asVisitor(id, () -> assessments.answer(id, "state", Told.one("TX")));

        assertThat(answered).isEqualTo(new AnswerOutcome.Ended(new Outcome.NotInState(UsState.TX)));
        assertThat(asVisitor(id, () -> assessments.progress(id)).counties()).isEmpty();
        Actors.does(
                Actors.visitor(id.value()),
                () -> {
                    assessments.joinWaitingList(id, "texan@example.org");
                    assessments.joinWaitingList(id, "texan@example.org");
                });
        assertThat(
                        count(
                                "select count(*) from enrollment.waiting_list where email = 'texan@example.org' and state = 'TX'"))
                .isEqualTo(1);
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.visitor(id.value()),
                                        () -> assessments.joinWaitingList(id, "not an address")))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void doesNotOpenTheWayForATexan() {
        var id = assessments.begin();
        asVisitor(id, () -> assessments.answer(id, "state", Told.one("TX")));
        asVisitor(id, () -> assessments.outcome(id));

        as(() -> enrollment.begin(patient, id, "texan@example.org"));

        assertThat(steps()).containsEntry(EnrollmentView.Step.ASSESSMENT, false);
        assertThatThrownBy(() -> as(() -> enrollment.complete(patient)))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("not a fit");
    }

    @Test
    void offersNoWaitingListWhereTheProgramIsOpen() {
        var id = assessments.begin();
        asVisitor(id, () -> assessments.answer(id, "state", Told.one("FL")));

        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        Actors.visitor(id.value()),
                                        () -> assessments.joinWaitingList(id, "rosa@example.org")))
                .isInstanceOf(Refusal.Forbidden.class);
    }
}
