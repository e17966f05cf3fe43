package health.stillwater.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser of their own, and the few things every person does with it. */
class Person implements AutoCloseable {

    private static final int PATIENCE = 160;

    final Page page = Browsers.window();
    final String account;
    private final String password;
    private @Nullable Keyboard keyboard;

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

    /** From here on they use no mouse. */
    final void putsTheMouseAway() {
        keyboard = new Keyboard(page);
    }

    void fills(String field, String text) {
        if (keyboard == null) {
            page.fill("[name=" + field + "]", text);
        } else {
            keyboard.type(field, text);
        }
    }

    void chooses(String field, String value) {
        if (keyboard == null) {
            page.selectOption("select[name=" + field + "]", value);
        } else {
            keyboard.choose(field, value);
        }
    }

    void ticks(String field, String value) {
        if (keyboard == null) {
            page.check("input[name=" + field + "][value='" + value + "']");
        } else {
            keyboard.tick(field, value);
        }
    }

    void presses(String button) {
        if (keyboard == null) {
            Browsers.button(page, button).click();
        } else {
            keyboard.press(button);
        }
    }

    /** The button with this letter, which stands on it for whoever knows the keys. */
    void pressesKey(String letter, String button) {
        if (keyboard == null) {
            Browsers.button(page, button).click();
        } else {
            keyboard.turn(letter);
        }
    }

    void follows(String link) {
        if (keyboard != null) {
            keyboard.follow(link);
            return;
        }
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    /** The last link with such words in it: what is newest stands there. */
    void followsTheLastWith(String words) {
        if (keyboard == null) {
            page.locator("a", new Page.LocatorOptions().setHasText(words)).last().click();
        } else {
            keyboard.followTheLastWith(words);
        }
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
