package health.stillwater.e2e;

import com.microsoft.playwright.Page;
import java.util.Map;

/** The assessment, as somebody with a mouse goes through it. */
final class AssessmentPages {

    private final Page page;

    AssessmentPages(Page page) {
        this.page = page;
    }

    AssessmentPages begin() {
        page.navigate(RunningSystem.app() + "/start");
        Look.at(page, "assessment-start");
        Browsers.button(page, "Start").click();
        return this;
    }

    /**
     * Answers question after question, in the order the pages ask, as long as there is an answer to
     * give.
     */
    AssessmentPages answer(Map<String, String> answers) {
        while (page.url().contains("/questions/") && answers.containsKey(question())) {
            Look.at(page, "assessment-" + question());
            give(answers.get(question()));
            Browsers.button(page, "Continue").click();
        }
        return this;
    }

    String question() {
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    void send() {
        Look.at(page, "assessment-check");
        Browsers.button(page, "These are my answers").click();
    }

    private void give(String answer) {
        if (answer.contains("/")) {
            var parts = answer.split("/");
            page.fill("[name=month]", parts[0]);
            page.fill("[name=day]", parts[1]);
            page.fill("[name=year]", parts[2]);
        } else if (page.locator("select[name=answer]").count() > 0) {
            page.selectOption("select[name=answer]", answer);
        } else {
            page.locator("input[name=answer][value='" + answer + "']").check();
        }
    }
}
