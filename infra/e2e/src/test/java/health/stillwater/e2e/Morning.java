package health.stillwater.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.util.Locale;

/**
 * A physician's morning once the first case is signed, by keyboard alone: the record, the next
 * case, a question to its patient, and whatever else waits.
 */
final class Morning {

    private Morning() {}

    static void goesOn(Physician physician) {
        physician.follows("Queue");
        physician.looksAt("morning-queue");
        physician.pressesKey("x", "Next case");
        assertThat(physician.main()).containsText("Your decision");
        physician.looksAt("morning-next-case");
        writesThoughNothingIsSaved(physician);
        physician.pressesKey("a", "Set aside or hand on");
        physician.ticks("act", "ASK");
        physician.fills("words", "Do you still take sertraline, and how much?");
        physician.looksAt("morning-question");
        sendsThoughTheSignInEnded(physician);
        assertThat(physician.main()).containsText("The patient is asked");
        physician.looksAt("morning-asked");
        for (var place :
                new String[] {
                    "Visits", "In person", "Follow-ups", "Decision records", "My licenses"
                }) {
            physician.follows(place);
            physician.looksAt("physician-" + place.toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
        physician.follows("Decision records");
        physician.follows("Monthly prescription logs");
        physician.looksAt("morning-logs");
    }

    /** What the page could not save by itself, it says, until it can again. */
    private static void writesThoughNothingIsSaved(Physician physician) {
        var saved = physician.page.locator("#saved");
        physician.page.route("**/draft", Route::abort);
        physician.fills("words", "Two treatments failed.");
        assertThat(saved).containsText("What you typed last is not saved");
        physician.looksAt("morning-not-saved");
        physician.page.unroute("**/draft");
        physician.fills("words", "Two treatments failed, both long enough.");
        assertThat(saved).not().containsText("What you typed last is not saved");
        assertThat(saved).containsText("Saved");
        physician.page.reload();
        assertThat(physician.page.locator("[name=words]"))
                .hasValue("Two treatments failed, both long enough.");
    }

    /** What was written stays on the page until it can be sent. */
    private static void sendsThoughTheSignInEnded(Physician physician) {
        var browser = physician.page.context();
        browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("stillwater"));
        physician.presses("Do it");
        assertThat(physician.main()).containsText("Sign in again to send this");
        physician.looksAt("unsent");
        var tab = browser.newPage();
        tab.navigate(RunningSystem.app() + "/home");
        tab.waitForURL(RunningSystem.app() + "/physician");
        tab.close();
        physician.presses("Go on");
        assertThat(physician.main()).containsText("You are signed in as");
        physician.looksAt("unsent-signed-in");
        physician.presses("Send it now");
    }
}
