package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.enrollment.NewAnswersWorry;
import health.stillwater.enrollment.NewAnswersWorry.Worry;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.Seen;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

class FollowUpRoomTests extends ReviewRoom {

    @BeforeEach
    void aKnownPatient() {
        aWaitingCase();
    }

    @Test
    void isOpenedByAPharmacistWhoSeesNone() {
        Actors.does(
                Actors.pharmacist(PharmacyId.next()),
                () -> {
                    queue.openFollowUp(patient, FollowUpReason.PHARMACY_REFUSED, "order 1");
                    queue.openFollowUp(patient, FollowUpReason.PHARMACY_REFUSED, "order 1");
                });

        assertThat(mine())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.reason()).isEqualTo(FollowUpReason.PHARMACY_REFUSED);
                            assertThat(row.known()).isTrue();
                        });
    }

    @Test
    void newAnswersThatWorryBringAPhysicianAtOnce() {
        var request = RequestId.next();
        happens(new NewAnswersWorry(request, patient, Worry.NOT_A_FIT, clock.instant()));
        happens(new NewAnswersWorry(request, patient, Worry.SELF_HARM, clock.instant()));
        waitUntilAllNewsIsHeard();

        assertThat(mine())
                .extracting(FollowUpRow::reason)
                .containsExactly(
                        FollowUpReason.ALARMING_ANSWER, FollowUpReason.ANSWERS_SPEAK_AGAINST);
    }

    @Test
    void isReadByNobodyButPhysicians() {
        Actors.asTheProgram(
                () -> queue.openFollowUp(patient, FollowUpReason.ALARMING_ANSWER, "message 4"));

        for (var other :
                List.of(
                        Actors.patient(patient),
                        Actors.pharmacist(PharmacyId.next()),
                        Actors.staff(Actor.Kind.BILLING),
                        Actors.staff(Actor.Kind.COMPLIANCE),
                        Actor.NOBODY)) {
            long seen =
                    Actors.as(
                            other,
                            () ->
                                    transaction.execute(
                                            _ ->
                                                    jdbc.sql(
                                                                    "select count(*) from review.follow_up")
                                                            .query(Long.class)
                                                            .single()));
            assertThat(seen).as(other.kind().name()).isZero();
        }
    }

    @Test
    void isShownByUrgencyToPhysiciansLicensedWhereThePatientIs() {
        Actors.asTheProgram(
                () -> {
                    queue.openFollowUp(patient, FollowUpReason.UNDELIVERED, "message 1");
                    queue.openFollowUp(patient, FollowUpReason.ALARMING_ANSWER, "message 2");
                });
        elsewhere.aPhysician(quill, clock.instant(), UsState.NJ);

        assertThat(mine())
                .extracting(FollowUpRow::reason)
                .containsExactly(FollowUpReason.ALARMING_ANSWER, FollowUpReason.UNDELIVERED);
        assertThat(as(quill, () -> queue.followUps(quill))).isEmpty();
        var id = mine().getFirst().id();
        assertThatThrownBy(() -> as(quill, () -> queue.followUp(id, quill)))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(() -> does(quill, () -> queue.closeFollowUp(id, quill, "done")))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void isClosedOnceWithAnOutcome(AssertablePublishedEvents published) {
        Actors.asTheProgram(
                () -> queue.openFollowUp(patient, FollowUpReason.ALARMING_ANSWER, "message 3"));
        var id = mine().getFirst().id();

        assertThat(as(reyes, () -> queue.followUp(id, reyes)).patient().name())
                .isEqualTo("Rosa Delgado");
        assertThatThrownBy(() -> does(reyes, () -> queue.closeFollowUp(id, reyes, "  ")))
                .isInstanceOf(Refusal.Forbidden.class);
        does(reyes, () -> queue.closeFollowUp(id, reyes, "Called; patient is safe."));

        assertThat(mine()).isEmpty();
        assertThatThrownBy(() -> does(quill, () -> queue.closeFollowUp(id, quill, "Called too.")))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThat(published).contains(Seen.class);
        assertThat(published).contains(FollowUpClosed.class);
    }

    private List<FollowUpRow> mine() {
        return as(reyes, () -> queue.followUps(reyes)).stream().filter(FollowUpRow::known).toList();
    }
}
