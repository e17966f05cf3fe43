package health.stillwater.portals.site;

import static health.stillwater.portals.site.SampleQuestions.BORN;
import static health.stillwater.portals.site.SampleQuestions.PRESSURE;
import static health.stillwater.portals.site.SampleQuestions.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.enrollment.AnswerOutcome;
import health.stillwater.enrollment.AssessmentId;
import health.stillwater.enrollment.AssessmentView;
import health.stillwater.enrollment.Assessments;
import health.stillwater.enrollment.Outcome;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.ActingFilter;
import health.stillwater.portals.shell.Desk;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class AssessmentPagesTests {

    private static final AssessmentId ID =
            new AssessmentId(UUID.fromString("5e0cf0a1-92f6-4b44-9a3a-0a6b0a2f7c11"));

    private final Assessments assessments = mock(Assessments.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(assessments.questions()).thenReturn(SampleQuestions.ALL);
        when(assessments.progress(ID))
                .thenReturn(
                        new AssessmentView(
                                ID,
                                Map.of("state", Map.of("answer", "FL")),
                                List.of(),
                                "born",
                                List.of(),
                                false));
        desk =
                Desk.of(
                        new Actor(Actor.Kind.VISITOR, ID.value(), null, "a visitor"),
                        new CrisisController(),
                        new StartController(assessments),
                        new QuestionController(assessments),
                        new OutcomeController(assessments));
    }

    @Test
    void beginningKeepsTheAssessmentInTheBrowserAlone() {
        when(assessments.begin()).thenReturn(ID);
        var answer = desk.send("/start");
        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/start/questions/state");
        assertThat(answer.getResponse().getHeader("Set-Cookie"))
                .contains(ID.toString(), "HttpOnly", "SameSite=Lax");
    }

    @Test
    void withoutAnAssessmentAQuestionLeadsToTheStart() {
        assertThat(desk.mvc().get().uri("/start/questions/born")).hasRedirectedUrl("/start");
    }

    @Test
    void aQuestionSaysWhereWeAreAndChoosesNothing() {
        var page = asked("pressure");
        assertThat(page.title()).isEqualTo("Question 3 of 4 – Stillwater");
        assertThat(page.select("legend h1").text()).isEqualTo(PRESSURE.title());
        assertThat(page.select("input[type=radio]")).hasSize(4);
        assertThat(page.select("input[checked]")).isEmpty();
        assertThat(page.select("a.sw-back").first().attr("href"))
                .isEqualTo("/start/questions/born");
        assertThat(page.select("input[name=_csrf]")).hasSize(1);
    }

    @Test
    void whatWasAnsweredBeforeStandsThere() {
        assertThat(asked("state").select("option[selected]").val()).isEqualTo("FL");
    }

    @Test
    void anAnswerThatIsNoneKeepsWhatWasTypedAndPointsAtTheField() {
        when(assessments.answer(eq(ID), eq("born"), any()))
                .thenReturn(new AnswerOutcome.Invalid(Map.of("year", "Check the year.")));
        var page =
                Desk.page(
                        sent("born", "month", "3", "day", "9", "year", "1879"),
                        422,
                        "question-error");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#year");
        var year = page.getElementById("year");
        assertThat(year.val()).isEqualTo("1879");
        assertThat(year.attr("aria-invalid")).isEqualTo("true");
        assertThat(year.attr("aria-describedby")).isEqualTo("year-error");
        assertThat(page.getElementById("month").val()).isEqualTo("3");
    }

    @Test
    void choosingNothingLeadsToTheFirstChoice() {
        when(assessments.answer(eq(ID), eq("pressure"), any()))
                .thenReturn(
                        new AnswerOutcome.Invalid(
                                Map.of("answer", "Choose the answer that is closest.")));
        var page = Desk.page(sent("pressure"), 422, "choice-error");
        var target = page.select(".sw-errors a").attr("href").substring(1);
        assertThat(page.select("input[type=radio]").first().id()).isEqualTo(target);
    }

    @Test
    void severalBoxesAreSentAsOneAnswerAndComeBackTicked() {
        when(assessments.answer(eq(ID), eq("conditions"), any()))
                .thenReturn(
                        new AnswerOutcome.Invalid(Map.of("answer", "Choose one or the other.")));
        var page =
                Desk.page(
                        sent("conditions", "answer", "psychosis", "answer", "none"),
                        422,
                        "boxes-error");
        verify(assessments).answer(ID, "conditions", Map.of("answer", "psychosis,none"));
        assertThat(page.select("input[checked]").eachAttr("value"))
                .containsExactly("psychosis", "none");
    }

    @Test
    void aCrisisIsAnsweredAtOnceAndDoesNotShutAnybodyOut() {
        when(assessments.answer(eq(ID), eq("conditions"), any()))
                .thenReturn(new AnswerOutcome.Crisis());
        assertThat(sent("conditions", "answer", "none")).hasRedirectedUrl("/start/crisis");
        var page = desk.read("/start/crisis");
        assertThat(page.select("main a[href=tel:988], main a[href=sms:988], main a[href=tel:911]"))
                .hasSize(3);
        assertThat(page.select("main a[href=/start/next]")).hasSize(1);
        assertThat(page.select("main > section").first().hasClass("sw-crisis")).isTrue();
    }

    @Test
    void theCrisisPageForEverybodyAsksForNothing() {
        assertThat(desk.read("/crisis").select("main a[href=/start/next]")).isEmpty();
    }

    @Test
    void everyAnswerCanBeChangedBeforeItIsSent() {
        when(assessments.progress(ID))
                .thenReturn(
                        new AssessmentView(
                                ID,
                                Map.of(),
                                List.of(
                                        new AssessmentView.Answered(
                                                "state", STATE.title(), "Florida"),
                                        new AssessmentView.Answered(
                                                "born", BORN.title(), "March 9, 1979"),
                                        new AssessmentView.Answered(
                                                "pressure",
                                                PRESSURE.title(),
                                                "I have not measured it")),
                                "check",
                                List.of(),
                                false));
        var page = shown("/start/check", "check");
        assertThat(page.select("dl a").eachAttr("href"))
                .containsExactly(
                        "/start/questions/state",
                        "/start/questions/born",
                        "/start/questions/pressure");
        assertThat(page.select("form").attr("action")).isEqualTo("/start/check");
    }

    @Test
    void whatWasSentIsReadAndNotChangedAnyMore() {
        when(assessments.progress(ID))
                .thenReturn(
                        new AssessmentView(
                                ID,
                                Map.of(),
                                List.of(
                                        new AssessmentView.Answered(
                                                "state", STATE.title(), "Texas")),
                                "born",
                                List.of(),
                                true));
        var page = shown("/start/check", "check-sent");
        assertThat(page.select("main form, dl a")).isEmpty();
        assertThat(shown("/start", "start-sent").select("main .btn-primary").attr("href"))
                .isEqualTo("/start/outcome");
        when(assessments.answer(eq(ID), eq("state"), any()))
                .thenThrow(new Refusal.Forbidden("You have already sent this assessment."));
        assertThat(sent("state", "answer", "FL")).hasRedirectedUrl("/start");
    }

    @Test
    void noOutcomeSoundsLikeAYes() {
        for (var outcome :
                List.of(
                        new Outcome.MayQualify(),
                        new Outcome.ClinicianMustLook(
                                List.of("You take medicine for blood pressure.")),
                        new Outcome.NotAFit(
                                List.of("You told us about a past psychosis."),
                                List.of("Talk with your psychiatrist.")),
                        new Outcome.NotInState(UsState.TX))) {
            when(assessments.outcome(ID)).thenReturn(outcome);
            var page = shown("/start/outcome", "outcome-" + outcome.getClass().getSimpleName());
            assertThat(page.select("main").text())
                    .doesNotContainIgnoringCase("congratulations")
                    .doesNotContainIgnoringCase("eligible")
                    .doesNotContainIgnoringCase("you are approved");
        }
    }

    @Test
    void aTexanMayWaitAndIsAskedForNoMoreThanAnAddress() {
        when(assessments.outcome(ID)).thenReturn(new Outcome.NotInState(UsState.TX));
        var page = shown("/start/outcome", "texas");
        assertThat(page.select("h1").text()).isEqualTo("We are not in Texas yet");
        assertThat(page.select("main input:not([type=hidden])").eachAttr("name"))
                .containsExactly("email");

        var again = Desk.page(post("/start/waiting-list", "email", "nobody"), 422, "texas-error");
        assertThat(again.getElementById("email").val()).isEqualTo("nobody");

        Desk.page(post("/start/waiting-list", "email", "sam@example.com"), 200, "texas-waiting");
        verify(assessments).joinWaitingList(ID, "sam@example.com");
    }

    private Document asked(String key) {
        return shown("/start/questions/" + key, "question-" + key);
    }

    private Document shown(String address, String name) {
        return Desk.page(desk.mvc().get().uri(address).cookie(cookie()).exchange(), 200, name);
    }

    private MvcTestResult sent(String key, String... fields) {
        return post("/start/questions/" + key, fields);
    }

    private MvcTestResult post(String address, String... fields) {
        var form = MockMvcRequestBuilders.post(address).cookie(cookie());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return desk.mvc().perform(form);
    }

    private static Cookie cookie() {
        return new Cookie(ActingFilter.VISIT_COOKIE, ID.toString());
    }
}
