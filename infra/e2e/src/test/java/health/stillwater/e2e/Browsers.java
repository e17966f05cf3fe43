package health.stillwater.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;

/** One browser for the whole run. */
final class Browsers {

    private static final Playwright PLAYWRIGHT;
    private static final Browser BROWSER;

    static {
        var program = Chromium.program();
        PLAYWRIGHT =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(
                                        program.isPresent()
                                                ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
                                                : Map.of()));
        var options =
                new BrowserType.LaunchOptions()
                        .setArgs(
                                List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"));
        program.ifPresent(options::setExecutablePath);
        BROWSER = PLAYWRIGHT.chromium().launch(options);
        Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
    }

    private Browsers() {}

    /** A browser window of somebody's own: nothing shared with any other. */
    static com.microsoft.playwright.Page window() {
        var context =
                BROWSER.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(1280, 900)
                                .setLocale("en-US")
                                .setTimezoneId("America/New_York"));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    static Locator button(com.microsoft.playwright.Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON,
                new com.microsoft.playwright.Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
