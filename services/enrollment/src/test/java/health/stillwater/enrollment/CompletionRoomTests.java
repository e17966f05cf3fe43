package health.stillwater.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Verdict;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

class CompletionRoomTests extends EnrollmentRoom {

    @Test
    void theGateLetsInWhoeverDidEverything(AssertablePublishedEvents published) {
        readyForTheGate();
        assertThat(steps()).containsOnlyKeys(Step.values()).doesNotContainValue(false);

        var outcome = as(() -> enrollment.complete(patient));
        var again = as(() -> enrollment.complete(patient));

        assertThat(outcome).isInstanceOf(CompletionOutcome.Enrolled.class).isEqualTo(again);
        assertThat(as(() -> enrollment.of(patient)).stage()).isEqualTo(EnrollmentStage.ENROLLED);
        assertThat(snapshots(true)).isEqualTo(1);
        assertThat(
                        published
                                .ofType(PatientEnrolled.class)
                                .matching(news -> news.subject().equals(patient)))
                .singleElement()
                .satisfies(news -> assertThat(news.state()).isEqualTo(UsState.FL));
    }

    @Test
    void theGateStopsWithASentenceForEachThingAndIsAskedAgain(AssertablePublishedEvents published) {
        described();

        var outcome = as(() -> enrollment.complete(patient));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CompletionOutcome.Stopped.class,
                        stopped ->
                                assertThat(stopped.judgement().stops())
                                        .extracting(Verdict::row)
                                        .containsExactly("D03", "D10", "D19", "D20", "D21"));
        var view = as(() -> enrollment.of(patient));
        assertThat(view.stage()).isEqualTo(EnrollmentStage.STOPPED);
        assertThat(view.stops())
                .contains(
                        "We cannot treat you from this location today.",
                        "Please verify your identity again.",
                        "Please review and sign the updated forms.");
        assertThat(published)
                .contains(EnrollmentStopped.class)
                .matching(EnrollmentStopped::subject, patient);

        proofed();
        signsEverything();
        does(() -> enrollment.attestLocation(patient, MIAMI_DADE));
        assertThat(as(() -> enrollment.complete(patient)))
                .isInstanceOf(CompletionOutcome.Enrolled.class);
        assertThat(as(() -> enrollment.of(patient)).stops()).isEmpty();
        assertThat(snapshots(false)).isEqualTo(1);
    }

    @Test
    void aPlaceHoldsUntilMidnightThere() {
        readyForTheGate();
        clock.standsAt(Instant.parse("2026-11-25T04:59:59Z"));
        assertThat(steps()).containsEntry(Step.LOCATION, true);
        clock.passes(Duration.ofSeconds(1));

        assertThat(steps()).containsEntry(Step.LOCATION, false);
        assertThat(as(() -> enrollment.complete(patient)))
                .isInstanceOfSatisfying(
                        CompletionOutcome.Stopped.class,
                        stopped ->
                                assertThat(stopped.judgement().stops())
                                        .extracting(Verdict::row)
                                        .containsExactly("D03"));
    }

    @Test
    void aPatientWhoIsInTexasTodayIsNotLetInOnYesterdaysWord() {
        readyForTheGate();
        clock.passes(Duration.ofDays(1));
        assertThatThrownBy(() -> does(() -> enrollment.attestLocation(patient, "48201")))
                .isInstanceOf(Refusal.Forbidden.class);

        assertThat(as(() -> enrollment.complete(patient)))
                .isInstanceOf(CompletionOutcome.Stopped.class);
    }

    @Test
    void nobodyIsLetInWithoutAnAssessment() {
        as(() -> enrollment.begin(patient, null, "rosa@example.org"));
        as(() -> enrollment.describe(patient, rosa()));

        assertThatThrownBy(() -> as(() -> enrollment.complete(patient)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(as(() -> enrollment.of(patient)).stage()).isEqualTo(EnrollmentStage.BEGUN);
    }

    @Test
    void aPatientSeesNoRowOfAnotherAndNobodyElseAnyRow() {
        readyForTheGate();
        as(() -> enrollment.complete(patient));
        var others =
                List.of(
                        Actors.patient(PatientId.next()),
                        Actors.pharmacist(PharmacyId.next()),
                        Actors.staff(Actor.Kind.BILLING),
                        Actor.NOBODY);

        for (var table : tablesOfPatients()) {
            var sql = "select count(*) from enrollment." + table;
            assertThat(as(() -> counted(sql)).longValue()).as(table).isPositive();
            for (var other : others) {
                long seen = Actors.as(other, () -> counted(sql));
                assertThat(seen).as(other.kind() + " in " + table).isZero();
            }
        }
    }

    @Test
    void aPatientAsksForThemselvesAlone() {
        readyForTheGate();
        var request = as(() -> enrollment.of(patient)).request();
        var stranger = Actors.patient(PatientId.next());

        Actors.does(
                stranger,
                () -> {
                    assertThatThrownBy(() -> enrollment.of(patient))
                            .isInstanceOf(Refusal.Missing.class);
                    assertThatThrownBy(() -> enrollment.patient(patient))
                            .isInstanceOf(Refusal.Missing.class);
                    assertThatThrownBy(() -> enrollment.request(request))
                            .isInstanceOf(Refusal.Missing.class);
                    assertThatThrownBy(() -> enrollment.factsOf(request))
                            .isInstanceOf(Refusal.Missing.class);
                    assertThatThrownBy(() -> enrollment.complete(patient))
                            .isInstanceOf(Refusal.Missing.class);
                    assertThatThrownBy(() -> enrollment.sign(patient, kinds(), NAME, "192.0.2.7"))
                            .isInstanceOf(Refusal.Missing.class);
                    assertThatThrownBy(() -> enrollment.attestLocation(patient, MIAMI_DADE))
                            .isInstanceOf(Refusal.Missing.class);
                    assertThatThrownBy(() -> enrollment.startIdentityCheck(patient, BACK))
                            .isInstanceOf(Refusal.Missing.class);
                    assertThatThrownBy(() -> enrollment.describe(patient, rosa()))
                            .isInstanceOf(Refusal.Missing.class);
                    assertThatThrownBy(() -> enrollment.stopTexts(patient))
                            .isInstanceOf(Refusal.Missing.class);
                });
    }

    /** Every table of the room that has rows of patients, also the one that is written tomorrow. */
    private List<String> tablesOfPatients() {
        var tables =
                jdbc.sql(
                                "select table_name from information_schema.columns where table_schema = 'enrollment'"
                                        + " and column_name = 'patient_id' order by table_name")
                        .query(String.class)
                        .list();
        assertThat(tables).hasSize(6);
        tables.add("patient");
        return tables;
    }

    private long snapshots(boolean allowed) {
        return count(
                "select count(*) from enrollment.gate_snapshot where patient_id = ? and allowed = ?",
                patient.value(),
                allowed);
    }
}
