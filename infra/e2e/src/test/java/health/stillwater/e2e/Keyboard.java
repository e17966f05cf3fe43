package health.stillwater.e2e;

import com.microsoft.playwright.Page;

/** Somebody who uses no mouse: tab, arrows, space, enter and letters. */
final class Keyboard {

    private static final int FAR = 80;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Tabs on to a button and presses enter. */
    void press(String button) {
        tabTo("(e) => e.matches('button, a.btn') && e.textContent.trim() === '" + button + "'");
        page.keyboard().press("Enter");
    }

    void answer(String answer) {
        if (answer.contains("/")) {
            var parts = answer.split("/");
            type("month", parts[0]);
            type("day", parts[1]);
            type("year", parts[2]);
        } else if (page.locator("select[name=answer]").count() > 0) {
            choose(answer);
        } else if (page.locator("input[type=checkbox][name=answer]").count() > 0) {
            tabTo("(e) => e.name === 'answer' && e.value === '" + answer + "'");
            page.keyboard().press("Space");
        } else {
            pick(answer);
        }
    }

    private void type(String field, String text) {
        tabTo("(e) => e.name === '" + field + "'");
        page.keyboard().type(text);
    }

    /** A list: letters jump to the entry. */
    private void choose(String value) {
        tabTo("(e) => e.name === 'answer'");
        page.keyboard().type(page.locator("option[value='" + value + "']").textContent().strip());
    }

    /** Radio buttons: one stop for tab, then the arrows. */
    private void pick(String value) {
        tabTo("(e) => e.name === 'answer'");
        page.keyboard().press("Space");
        for (int tries = 0; !focused("(e) => e.checked && e.value === '" + value + "'"); tries++) {
            if (tries > FAR) {
                throw new AssertionError("the arrows never reach " + value);
            }
            page.keyboard().press("ArrowDown");
        }
    }

    private void tabTo(String wanted) {
        for (int tabs = 0; !focused(wanted); tabs++) {
            if (tabs > FAR) {
                throw new AssertionError("tab never reaches " + wanted + " on " + page.url());
            }
            page.keyboard().press("Tab");
        }
    }

    private boolean focused(String wanted) {
        return Boolean.TRUE.equals(page.evaluate("(" + wanted + ")(document.activeElement)"));
    }
}
