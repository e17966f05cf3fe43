package health.stillwater.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;

/** Somebody with a browser of their own, and the few things every person does with it. */
class Person implements AutoCloseable {

    private static final String PASSWORD = "stillwater-demo";
    private static final int PATIENCE = 40;

    final Page page = Browsers.window();

    /** Opens an address of ours, and signs in when asked. */
    static Person signedIn(String name, String address) {
        var person = new Person();
        person.opens(address);
        Look.at(person.page, "sign-in");
        person.page.fill("[name=username]", name + "@demo.stillwater.health");
        person.page.fill("[name=password]", PASSWORD);
        person.page.keyboard().press("Enter");
        person.page.waitForURL(RunningSystem.app() + "/**");
        return person;
    }

    void opens(String address) {
        page.navigate(RunningSystem.app() + address);
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
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first().click();
    }

    Locator main() {
        return page.locator("main");
    }

    /** Looks at a page again and again until something stands on it: what takes place elsewhere takes a moment. */
    void waitsFor(String address, String words) {
        for (int looks = 0; looks < PATIENCE; looks++) {
            opens(address);
            if (main().textContent().contains(words)) {
                return;
            }
            RunningSystem.pause(Duration.ofMillis(750));
        }
        throw new AssertionError("“" + words + "” never came to " + address + ", which says:\n" + main().innerText());
    }

    /** Leaves a picture of what they saw last: a journey that broke off broke off there. */
    @Override
    public void close() {
        Look.last(page, getClass().getSimpleName());
        page.context().close();
    }
}
