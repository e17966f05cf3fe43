package health.stillwater.portals.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.portals.shell.Desk;
import health.stillwater.review.PauseKind;
import health.stillwater.review.PauseView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A physician's question, read and answered by the patient it was put to. */
class QuestionPageTests {

    private static final UUID QUESTION = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    final Rosalind she = new Rosalind();

    @Test
    void aQuestionIsTheOneThingToDo() {
        she.enrolled();
        when(she.casework.questionsTo(Rosalind.ME)).thenReturn(List.of(asked(Optional.empty())));
        var next = she.desk.read("/patient").select(".sw-card--next");
        assertThat(next.text()).contains("Your physician has a question");
        assertThat(next.select("a").attr("href")).isEqualTo("/patient/question");
    }

    @Test
    void itIsReadAndAnsweredAndNothingElseIsPromised() {
        when(she.casework.questionsTo(Rosalind.ME)).thenReturn(List.of(asked(Optional.empty())));
        var page =
                Desk.page(
                        she.desk.mvc().get().uri("/patient/question").exchange(),
                        200,
                        "patient-question");
        assertThat(page.select("blockquote").text()).isEqualTo("Which dose of sertraline?");
        assertThat(page.select("main").text()).contains("call 911", "988");

        assertThat(
                        she.desk.send(
                                "/patient/question", "question", QUESTION.toString(), "words", " "))
                .hasStatus(422);
        verify(she.casework, never()).answer(any(), any(), any());
        assertThat(
                        she.desk.send(
                                "/patient/question",
                                "question",
                                QUESTION.toString(),
                                "words",
                                "200 mg"))
                .hasRedirectedUrl("/patient");
        verify(she.casework).answer(QUESTION, Rosalind.ME, "200 mg");
    }

    @Test
    void whatWasAnsweredStaysReadableAndWhatWasTakenBackIsGone() {
        var answered =
                new PauseView.End(Actor.Kind.PATIENT, Rosalind.ME.value(), "200 mg", null, NOON);
        var takenBack =
                new PauseView.End(
                        Actor.Kind.PHYSICIAN, UUID.randomUUID(), "Never mind", null, NOON);
        when(she.casework.questionsTo(Rosalind.ME))
                .thenReturn(List.of(asked(Optional.of(answered)), asked(Optional.of(takenBack))));
        var page = she.desk.read("/patient/question");
        assertThat(page.select("form[action=/patient/question]")).isEmpty();
        assertThat(page.select("dd").eachText()).containsExactly("200 mg");
    }

    private static PauseView asked(Optional<PauseView.End> end) {
        return new PauseView(
                QUESTION,
                Rosalind.REQUEST,
                Rosalind.ME,
                PhysicianId.next(),
                PauseKind.QUESTION,
                "Which dose of sertraline?",
                NOON,
                null,
                end);
    }
}
