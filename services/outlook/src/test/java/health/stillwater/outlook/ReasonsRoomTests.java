package health.stillwater.outlook;

import static health.stillwater.outlook.Program.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.enrollment.EnrollmentStage;
import health.stillwater.enrollment.EnrollmentView;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.kernel.UsState;
import health.stillwater.outlook.Program.Patient;
import health.stillwater.pharmacy.OrderId;
import health.stillwater.pharmacy.OrderProgress;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.review.CaseStage;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.Verdict;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import health.stillwater.visits.VisitView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Why one patient is stopped, at each step of the way. */
@RecordApplicationEvents
class ReasonsRoomTests extends OutlookRoom {

    @Autowired Rulebook rulebook;

    private Patient rosa;

    @BeforeEach
    void onePatient() {
        rosa = program.patient(UsState.FL, program.reyes, by(program.reyes));
        when(review.lastJudgements(any())).thenReturn(List.of());
        when(prescribing.lastJudgements(any())).thenReturn(List.of());
        when(orders.lastJudgement(any())).thenReturn(Optional.empty());
        when(enrollment.lastJudgement(any())).thenReturn(Optional.empty());
        when(visits.evaluationsOf(any())).thenReturn(List.of());
        when(visits.of(rosa.id())).thenReturn(Optional.empty());
        when(orders.of(rosa.id())).thenReturn(List.of());
        when(review.stageOf(rosa.request())).thenReturn(Optional.empty());
        var known = program.enrolled(rosa.id(), UsState.FL, TestClock.START);
        when(review.factsOf(any(), any())).thenReturn(known);
        when(prescribing.factsOf(any(), any())).thenReturn(known);
        stands(EnrollmentStage.ENROLLED);
    }

    @Test
    void theGateIsAskedForTheStepThatComesNext() {
        stands(EnrollmentStage.STOPPED);
        assertThat(why().now().moment()).isEqualTo(Moment.ENROLLMENT);

        stands(EnrollmentStage.ENROLLED);
        when(prescribing.decisionsOf(rosa.id())).thenReturn(List.of());
        assertThat(why().now().moment()).isEqualTo(Moment.QUEUE);

        var visit = mock(VisitView.class);
        when(visit.physician()).thenReturn(program.reyes);
        when(visits.of(rosa.id())).thenReturn(Optional.of(visit));
        assertThat(at(CaseStage.HELD)).isEqualTo(Moment.QUEUE);
        assertThat(at(CaseStage.WAITING)).isEqualTo(Moment.CLAIM);
        assertThat(at(CaseStage.CLAIMED)).isEqualTo(Moment.SIGNING);
        assertThat(at(CaseStage.DECIDED)).isEqualTo(Moment.QUEUE);
    }

    @Test
    void afterAnApprovalItIsTheHandOffAndThenTheFill() {
        assertThat(why().now().moment()).isEqualTo(Moment.HAND_OFF);
        ordered(OrderStage.HELD);
        assertThat(why().standing()).contains("the order is held");
        ordered(OrderStage.SENT);
        assertThat(why().now().moment()).isEqualTo(Moment.FILL);
    }

    @Test
    void everyRowStandsWithItsWordsAndWhatWasKeptBeforeToo(ApplicationEvents events) {
        var known = program.enrolled(rosa.id(), UsState.FL, TestClock.START);
        var judged = rulebook.judge(Moment.CLAIM, TestClock.START.minusSeconds(60), known);
        when(review.lastJudgements(rosa.request()))
                .thenReturn(List.of(rulebook.snapshot(judged, known)));
        tell(rosa.approved());
        var found = why();

        assertThat(found.reference()).startsWith("SW-");
        assertThat(found.coveredThrough()).isEqualTo("2026-11-09");
        assertThat(found.now().allowed()).isFalse();
        assertThat(found.now().verdicts())
                .extracting(Verdict::row)
                .contains("D01", "D05", "D36")
                .doesNotContain("D44");
        assertThat(found.now().verdicts())
                .filteredOn(verdict -> !verdict.passes())
                .allSatisfy(verdict -> assertThat(verdict.words().operations()).isNotBlank());
        assertThat(found.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.verdicts()).isEqualTo(judged.verdicts()));
        assertThat(events.stream(Seen.class)).extracting(Seen::subject).containsOnly(rosa.id());
    }

    @Test
    void whoIsNotThereLeavesNoTrace(ApplicationEvents events) {
        when(enrollment.of(rosa.id())).thenThrow(new Refusal.Missing("This enrollment"));

        assertThatThrownBy(this::why).isInstanceOf(Refusal.Missing.class);
        assertThat(events.stream(Seen.class)).isEmpty();
    }

    private Moment at(CaseStage stage) {
        when(review.stageOf(rosa.request())).thenReturn(Optional.of(stage));
        return why().now().moment();
    }

    private PatientOutlook why() {
        return Actors.as(marsh, () -> outlook.why(rosa.id()));
    }

    private void ordered(OrderStage stage) {
        when(orders.of(rosa.id()))
                .thenReturn(
                        List.of(
                                new OrderProgress(
                                        new OrderId(UUID.randomUUID()),
                                        rosa.request(),
                                        "SW-1",
                                        stage,
                                        TestClock.START,
                                        "",
                                        "Gulfside",
                                        "",
                                        null)));
    }

    private void stands(EnrollmentStage stage) {
        when(enrollment.of(rosa.id()))
                .thenReturn(
                        new EnrollmentView(
                                rosa.request(),
                                rosa.id(),
                                false,
                                stage,
                                false,
                                List.of(),
                                List.of(),
                                "",
                                null,
                                null,
                                false,
                                TestClock.START));
    }
}
