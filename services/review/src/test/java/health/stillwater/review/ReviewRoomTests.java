package health.stillwater.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.Seen;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.Actors;
import health.stillwater.visits.PdmpReviewed;
import health.stillwater.visits.VisitFinished;
import health.stillwater.visits.VisitId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.AssertablePublishedEvents;

class ReviewRoomTests extends ReviewRoom {

    @Test
    void aFinishedVisitOpensACaseAndTheGateLetsItIn() {
        var request = RequestId.next();
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());

        happens(
                new VisitFinished(
                        new VisitId(UUID.randomUUID()), request, patient, reyes, clock.instant()));

        waitUntil(request, CaseStage.WAITING);
        assertThat(rowsOf(request))
                .singleElement()
                .satisfies(row -> assertThat(row.known()).isTrue());
    }

    @Test
    void aVisitThatWasNotLiveVideoOpensNoCase() {
        var request = RequestId.next();
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        elsewhere.visitedByPhone(reyes, request, clock.instant());

        happens(
                new VisitFinished(
                        new VisitId(UUID.randomUUID()), request, patient, reyes, clock.instant()));
        waitUntilAllNewsIsHeard();

        assertThat(stageOf(request)).isEmpty();
    }

    @Test
    void aCaseWithoutItsMonitoringReportIsHeldUntilItIsRead() {
        var request = RequestId.next();
        elsewhere.aPatientSeenBy(reyes, patient, request, clock.instant());
        elsewhere.visited(reyes, request, clock.instant());
        var visit =
                new VisitFinished(
                        new VisitId(UUID.randomUUID()), request, patient, reyes, clock.instant());
        happens(visit);
        waitUntil(request, CaseStage.HELD);

        assertThat(as(reyes, () -> queue.open(request, reyes)).heldBecause())
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).startsWith("D17: "));
        assertThat(allFor(quill)).noneMatch(row -> row.caseId().equals(request));
        assertThatThrownBy(() -> as(quill, () -> queue.open(request, quill)))
                .isInstanceOf(Refusal.Missing.class);

        elsewhere.pdmpRead(reyes, request, clock.instant());
        happens(new PdmpReviewed(request, patient, reyes, UsState.FL, clock.instant()));
        waitUntil(request, CaseStage.WAITING);

        happens(visit);
        waitUntilAllNewsIsHeard();
        assertThat(judgementsOf(request)).isEqualTo(2);
    }

    @Test
    void aPatientWhoThinksOfSelfHarmComesFirst() {
        var request = aWaitingCase();
        elsewhere.thinksOfSelfHarm(request);

        Actors.asTheProgram(() -> queue.recheck(request));

        assertThat(rowsOf(request))
                .singleElement()
                .satisfies(row -> assertThat(row.risk()).isEqualTo(Risk.HIGH));
    }

    @Test
    void aPhysicianWithoutTheLicenseNeitherSeesNorReachesTheCase() {
        var request = aWaitingCase();
        elsewhere.aPhysician(quill, clock.instant(), UsState.NJ);

        assertThat(allFor(quill)).isEmpty();
        assertThatThrownBy(() -> as(quill, () -> queue.open(request, quill)))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(() -> as(quill, () -> queue.claim(request, quill)))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void aPhysicianAsksForNobodyElse() {
        var request = aWaitingCase();

        assertThatThrownBy(() -> as(quill, () -> queue.claim(request, reyes)))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(() -> as(quill, () -> queue.waitingFor(reyes, QueueFilter.ALL)))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void lookingAtACaseLeavesATrace(AssertablePublishedEvents published) {
        var request = aWaitingCase();

        var view = as(reyes, () -> queue.open(request, reyes));

        assertThat(view.judgement().stops()).isEmpty();
        assertThat(published).contains(Seen.class).matching(Seen::subject, patient);
    }

    @Test
    void aPatientSeesTheStageOfTheirOwnCaseAndNoOther() {
        var request = aWaitingCase();

        assertThat(Actors.as(Actors.patient(patient), () -> queue.stageOf(request)))
                .contains(CaseStage.WAITING);
        assertThat(Actors.as(Actors.patient(PatientId.next()), () -> queue.stageOf(request)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update review.judgement set allowed = true",
                "delete from review.judgement"
            })
    void whatTheGateSaidIsNotChangedAfterwards(String sql) {
        var request = aWaitingCase();
        fenceOf(request, reyes);
        assertThat(judgementsOf(request)).isEqualTo(1);

        assertThatThrownBy(
                        () ->
                                Actors.asTheProgram(
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ -> jdbc.sql(sql).update())))
                .isInstanceOf(DataAccessException.class);
    }

    private List<QueueRow> rowsOf(RequestId request) {
        return allFor(reyes).stream().filter(row -> row.caseId().equals(request)).toList();
    }

    private long judgementsOf(RequestId request) {
        return asProgram("select count(*) from review.judgement where case_id = ?", request);
    }
}
