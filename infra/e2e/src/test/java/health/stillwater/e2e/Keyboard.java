package health.stillwater.e2e;

import com.microsoft.playwright.Page;

/** Somebody who uses no mouse: tab, arrows, space, enter and letters. */
final class Keyboard {

    private static final int FAR = 200;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Tabs on to a button and presses enter. */
    void press(String button) {
        tabTo("(e) => e.matches('button, a.btn') && e.textContent.trim() === '" + button + "'");
        turn("Enter");
    }

    /** Tabs on to a link and presses enter. */
    void follow(String link) {
        tabTo("(e) => e.matches('a') && e.textContent.trim() === '" + link + "'");
        turn("Enter");
    }

    /** The last link with such words in it. */
    void followTheLastWith(String words) {
        tabTo(
                "(e) => e === [...document.querySelectorAll('a')].findLast(a => a.textContent.includes('"
                        + words
                        + "'))");
        turn("Enter");
    }

    /**
     * A key that leads to another page, and the wait for that page: the browser says nothing of it
     * by itself.
     */
    void turn(String key) {
        page.evaluate("() => { window.before = true; }");
        page.keyboard().press(key);
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
    }

    void answer(String answer) {
        if (answer.contains("/")) {
            var parts = answer.split("/");
            type("month", parts[0]);
            type("day", parts[1]);
            type("year", parts[2]);
        } else if (page.locator("select[name=answer]").count() > 0) {
            choose("answer", answer);
        } else {
            tick("answer", answer);
        }
    }

    /** In place of what stood there. */
    void type(String field, String text) {
        tabTo("(e) => e.name === '" + field + "'");
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    /** A list: letters jump to the entry. */
    void choose(String field, String value) {
        tabTo("(e) => e.name === '" + field + "'");
        page.keyboard()
                .type(
                        page.locator("select[name=" + field + "] option[value='" + value + "']")
                                .textContent()
                                .strip());
    }

    void tick(String field, String value) {
        if (page.locator("input[type=checkbox][name=" + field + "]").count() > 0) {
            tabTo("(e) => e.name === '" + field + "' && e.value === '" + value + "'");
            page.keyboard().press("Space");
        } else {
            pick(field, value);
        }
    }

    /** Radio buttons: one stop for tab, then the arrows. */
    private void pick(String field, String value) {
        tabTo("(e) => e.name === '" + field + "'");
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
