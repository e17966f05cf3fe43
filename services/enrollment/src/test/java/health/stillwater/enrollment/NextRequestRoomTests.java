package health.stillwater.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import health.stillwater.rulebook.RequestFacts;
import health.stillwater.testing.Actors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** Whoever was let in asks for the next supply, one request after the other. */
class NextRequestRoomTests extends EnrollmentRoom {

    @Test
    void howTheyAreIsAskedAnewAndTheRestIsKnown(AssertablePublishedEvents published) {
        var first = letIn();
        clock.passes(Duration.ofDays(25));

        var next = as(() -> enrollment.beginNext(patient, first));

        var view = as(() -> enrollment.of(patient));
        assertThat(view.request()).isEqualTo(next).isNotEqualTo(first);
        assertThat(view.next()).isTrue();
        assertThat(view.stage()).isEqualTo(EnrollmentStage.BEGUN);
        assertThat(steps())
                .isEqualTo(
                        Map.of(
                                Step.ASSESSMENT, false,
                                Step.ABOUT_YOU, true,
                                Step.IDENTITY, true,
                                Step.CONSENTS, true,
                                Step.LOCATION, false));
        assertThat(as(() -> enrollment.factsOf(next)).request())
                .isEqualTo(new RequestFacts(next.toString(), RequestFacts.Kind.RENEWAL));
        assertThat(as(() -> enrollment.factsOf(first)).request())
                .isEqualTo(new RequestFacts(first.toString(), RequestFacts.Kind.FIRST));

        answers("mood", "0");
        assertThat(as(() -> enrollment.moodsOf(patient)))
                .extracting(MoodScore::phq2)
                .as("the first time, and now; a half-finished one does not count")
                .containsExactly(4, 2);
        does(() -> enrollment.attestLocation(patient, MIAMI_DADE));
        assertThat(as(() -> enrollment.complete(patient)))
                .isEqualTo(new CompletionOutcome.Enrolled(next));
        assertThat(published.ofType(NewAnswersWorry.class)).isEmpty();
        assertThat(as(() -> enrollment.beginNext(patient, first)))
                .as("asked late, from a page of the month before")
                .isEqualTo(next);
        assertThat(as(() -> enrollment.beginNext(patient, next))).isNotEqualTo(next);
    }

    @Test
    void itIsBegunOnceHoweverOftenItIsAsked() throws Exception {
        var first = letIn();
        Callable<RequestId> asks = () -> as(() -> enrollment.beginNext(patient, first));
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            both.invokeAll(List.of(asks, asks)).stream()
                    .filter(done -> done.state() == Future.State.SUCCESS)
                    .findAny()
                    .orElseThrow();
        }
        var next = asks.call();
        assertThat(next).isNotEqualTo(first).isEqualTo(asks.call());
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void nobodyAsksForMoreBeforeTheyWereLetIn() {
        readyForTheGate();
        var first = as(() -> enrollment.of(patient)).request();
        assertThat(as(() -> enrollment.beginNext(patient, first))).isEqualTo(first);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void newAnswersThatWorryAreToldAtOnce(AssertablePublishedEvents published) {
        var first = letIn();
        var next = as(() -> enrollment.beginNext(patient, first));

        var against = answers("pregnancy", "yes");
        as(() -> enrollment.begin(patient, against, "rosa@example.org"));
        assertThat(as(() -> enrollment.of(patient)).answersSpeakAgainst()).isTrue();
        answers("thoughts", "1");
        assertThat(as(() -> enrollment.of(patient)).answersSpeakAgainst()).isFalse();

        assertThat(
                        published
                                .ofType(NewAnswersWorry.class)
                                .matching(news -> news.request().equals(next)))
                .extracting(NewAnswersWorry::worry)
                .containsExactly(NewAnswersWorry.Worry.NOT_A_FIT, NewAnswersWorry.Worry.SELF_HARM);
    }

    @Test
    void theDatabaseKeepsTheLine() {
        var first = letIn();
        var mine = patient;
        var next = as(() -> enrollment.beginNext(patient, first));
        somebodyNew();
        var another = letIn();

        refused(
                "insert into enrollment.request (id, patient_id, follows, stage, begun_at, version)"
                        + " values (gen_random_uuid(), ?, ?, 'BEGUN', now(), 0)",
                Map.of(
                        List.of(mine.value(), first.value()), "followed_once",
                        List.of(mine.value(), next.value()), "follows one that was let in",
                        List.of(PatientId.next().value(), another.value()), "of_the_same_patient"));
        refused(
                "insert into enrollment.request (id, patient_id, stage, begun_at, version)"
                        + " values (gen_random_uuid(), ?, 'BEGUN', now(), 0)",
                Map.of(List.of(patient.value()), "one_first_request_per_patient"));
        refused(
                "update enrollment.request set follows = null where id = ?",
                Map.of(List.of(next.value()), "stays"));
    }

    private void refused(String sql, Map<List<UUID>, String> because) {
        because.forEach(
                (parameters, why) ->
                        assertThatThrownBy(
                                        () ->
                                                Actors.does(
                                                        Actor.system("test"),
                                                        () ->
                                                                transaction.executeWithoutResult(
                                                                        _ ->
                                                                                jdbc.sql(sql)
                                                                                        .params(
                                                                                                parameters)
                                                                                        .update())))
                                .rootCause()
                                .hasMessageContaining(why));
    }

    private RequestId letIn() {
        readyForTheGate();
        as(() -> enrollment.complete(patient));
        return as(() -> enrollment.of(patient)).request();
    }

    /** The usual answers, but for this one; taken over by the patient. */
    private AssessmentId answers(String question, String value) {
        var told = Told.fields();
        told.put(question, Told.one(value));
        var id = assessments.begin();
        told.forEach((each, fields) -> asVisitor(id, () -> assessments.answer(id, each, fields)));
        asVisitor(id, () -> assessments.outcome(id));
        as(() -> enrollment.begin(patient, id, "rosa@example.org"));
        return id;
    }

    private long requests() {
        return count(
                "select count(*) from enrollment.request where patient_id = ?", patient.value());
    }
}
