package health.stillwater.e2e;

import com.microsoft.playwright.Page;
import java.time.Duration;

/** The desk of the demonstration: phones, inboxes, and the time. */
final class Desk implements AutoCloseable {

    private static final int DAYS = 3;

    private final Page page = Browsers.window();

    Desk() {
        page.navigate(RunningSystem.desk());
    }

    void letsTimePassUntilATextTo(String phone) {
        for (int hours = 0; hours < DAYS * 24; hours++) {
            page.locator("form[action='/desk/time'] button[value='1']").click();
            RunningSystem.pause(Duration.ofMillis(1_500));
            page.reload();
            if (page.locator("tr", new Page.LocatorOptions().setHasText(phone)).count() > 0) {
                return;
            }
        }
        throw new AssertionError("no text ever went to " + phone);
    }

    void letsDaysPass(int days) {
        for (int day = 0; day < days; day++) {
            page.locator("form[action='/desk/time'] button[value='24']").click();
        }
    }

    void replies(String phone, String words) {
        page.selectOption("select[name=from]", phone);
        page.fill("[name=body]", words);
        page.locator("form[action='/desk/reply'] button").click();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
