package health.stillwater.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;

/** Somebody with a browser of their own, and the few things every person does with it. */
class Person implements AutoCloseable {

    private static final int PATIENCE = 160;

    final Page page = Browsers.window();
    final String account;
    private final String password;

    Person(String account, String password) {
        this.account = account;
        this.password = password;
    }

    /** Somebody of the demonstration, at an address of ours. */
    static Person signedIn(String name, String address) {
        var person = new Person(name + "@demo.stillwater.health", "stillwater-demo");
        person.opens(address);
        return person;
    }

    /** Opens an address of ours, and signs in when asked. */
    final void opens(String address) {
        page.navigate(RunningSystem.app() + address);
        if (page.url().startsWith(RunningSystem.signIn())) {
            Look.at(page, "sign-in");
            if (page.locator("input[name=username]:visible").count() > 0) {
                fills("username", account);
            }
            fills("password", password);
            page.keyboard().press("Enter");
            page.waitForURL(RunningSystem.app() + "/**");
        }
    }

    void looksAt(String name) {
        Look.at(page, name);
    }

    void fills(String field, String text) {
        page.fill("[name=" + field + "]", text);
    }

    void chooses(String field, String value) {
        page.selectOption("select[name=" + field + "]", value);
    }

    void ticks(String field, String value) {
        page.check("input[name=" + field + "][value='" + value + "']");
    }

    void presses(String button) {
        Browsers.button(page, button).click();
    }

    void follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    Locator main() {
        return page.locator("main");
    }

    /**
     * Looks at a page again and again until something stands on it: what takes place elsewhere
     * takes a moment.
     */
    void waitsFor(String address, String words) {
        for (int looks = 0; looks < PATIENCE; looks++) {
            opens(address);
            if (main().textContent().contains(words)) {
                return;
            }
            RunningSystem.pause(Duration.ofMillis(750));
        }
        throw new AssertionError(
                "“"
                        + words
                        + "” never came to "
                        + address
                        + ", which says:\n"
                        + main().innerText());
    }

    /** Leaves a picture of what they saw last: a journey that broke off broke off there. */
    @Override
    public void close() {
        Look.last(page, getClass().getSimpleName());
        page.context().close();
    }
}
