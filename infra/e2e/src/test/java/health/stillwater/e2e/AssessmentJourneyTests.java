package health.stillwater.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(0)
class AssessmentJourneyTests {

    private final Page page = Browsers.window();

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void aStrangerFindsThePriceAndAnHonestClaim() {
        page.navigate(RunningSystem.app());
        Look.at(page, "home");

        assertThat(page.locator("main")).containsText("$250");
        assertThat(page.locator("main")).containsText("not approved");
        page.navigate(RunningSystem.app() + "/crisis");
        Look.at(page, "crisis");
        assertThat(page.locator("main")).containsText("988");
    }

    @Test
    void aTexanIsToldKindlyAndMayWait() {
        new AssessmentPages(page).begin().answer(Map.of("state", "TX"));

        assertThat(page.locator("h1")).containsText("Texas");
        Look.at(page, "assessment-elsewhere");
        page.fill("[name=email]", "not an address");
        Browsers.button(page, "Put me on the list").click();
        assertThat(page.locator("main")).containsText("Enter an email address");
        page.fill("[name=email]", "texan@example.com");
        Browsers.button(page, "Put me on the list").click();
        Look.at(page, "assessment-waiting");
        assertThat(page.locator("main")).containsText("Texas");
    }

    @Test
    void thoughtsOfDeathShowHelpAtOnce() {
        var answers = new LinkedHashMap<>(Answers.ofSomebodyWhoMayQualify("FL", "12086"));
        answers.put("thoughts", "1");
        new AssessmentPages(page).begin().answer(answers);

        assertThat(page).hasURL(RunningSystem.app() + "/start/crisis");
        assertThat(page.locator("main a[href='tel:988']").first()).isVisible();
        Look.at(page, "assessment-crisis");
        page.getByText("go on with the questions").click();
        var assessment = new AssessmentPages(page).answer(answers);
        assessment.send();
        assertThat(page.locator("h1")).not().containsText("You may qualify");
        Look.at(page, "assessment-clinician");
    }

    @Test
    void whatSpeaksAgainstItIsSaidWithOtherWays() {
        var answers = new LinkedHashMap<>(Answers.ofSomebodyWhoMayQualify("NJ", "34013"));
        answers.put("mind", "psychosis");
        new AssessmentPages(page).begin().answer(answers).send();

        Look.at(page, "assessment-not-a-fit");
        assertThat(page.locator("main")).not().containsText("approved");
    }

    @Test
    void theWholeAssessmentGoesByKeyboardAlone() {
        page.navigate(RunningSystem.app() + "/start");
        var keyboard = new Keyboard(page);
        keyboard.press("Start");
        for (var answer : Answers.ofSomebodyWhoMayQualify("FL", "12086").entrySet()) {
            assertThat(page).hasURL(RunningSystem.app() + "/start/questions/" + answer.getKey());
            keyboard.answer(answer.getValue());
            keyboard.press("Continue");
        }
        assertThat(page).hasURL(RunningSystem.app() + "/start/check");
        keyboard.press("These are my answers");

        assertThat(page.locator("h1")).containsText("You may qualify");
        assertThat(page.locator("main")).not().containsText("You are approved");
        Look.at(page, "assessment-may-qualify");
    }
}
