package health.stillwater.dev;

import health.stillwater.dev.WindowlessBrowser.Page;
import health.stillwater.keycloak.DemoPeople;
import health.stillwater.keycloak.DemoPerson;
import health.stillwater.sandbox.OneTimeCode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A physician of the demonstration signs and approves as physicians do: on the page, with password
 * and authenticator, at the sign-in server. Nothing is signed that the sign-in server does not
 * vouch for.
 */
final class Signature {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final int TRIES = 2;

    private final String website;
    private final Map<UUID, WindowlessBrowser> browsers = new ConcurrentHashMap<>();
    private final Map<UUID, String> used = new ConcurrentHashMap<>();

    Signature(String website) {
        this.website = website;
    }

    /** Signs what is ready to sign; an exception says what was seen instead. */
    void of(DemoPerson physician, UUID signing) throws IOException, InterruptedException {
        var browser = browserOf(physician);
        var page = browser.opens(URI.create(website + "/physician/signings/" + signing));
        page = provesWhoTheyAre(browser, page, physician);
        page = browser.sends(page, "form[action$=/factor]", Map.of());
        page = provesWhoTheyAre(browser, page, physician);
        if (!page.address().getPath().startsWith("/physician/records/")) {
            throw new IOException("instead of the record came " + page.words());
        }
    }

    /** Approves, as a DEA registrant, that a colleague may sign. */
    void approves(DemoPerson physician, UUID access) throws IOException, InterruptedException {
        var browser = browserOf(physician);
        var page = browser.opens(URI.create(website + "/physician/licenses"));
        page = provesWhoTheyAre(browser, page, physician);
        page = browser.sends(page, "form[action$=/access/" + access + "/factor]", Map.of());
        page = provesWhoTheyAre(browser, page, physician);
        if (!page.words().contains("Approved.")) {
            throw new IOException("instead of the approval came " + page.words());
        }
    }

    /** They stay signed in; each signature wants a fresh code all the same. */
    private WindowlessBrowser browserOf(DemoPerson physician) {
        return browsers.computeIfAbsent(physician.id(), _ -> WindowlessBrowser.thatFollows());
    }

    /**
     * Password, and the code when it is asked for. A code that was used a moment ago is not good
     * again.
     */
    private Page provesWhoTheyAre(WindowlessBrowser browser, Page first, DemoPerson person)
            throws IOException, InterruptedException {
        var page = first;
        for (var tries = 0; tries < TRIES && page.asksFor("password"); tries++) {
            page =
                    browser.sends(
                            page,
                            "form:has([name=password])",
                            Map.of("username", person.email(), "password", DemoPeople.PASSWORD));
        }
        for (var tries = 0; tries < TRIES && page.asksFor("otp"); tries++) {
            if (tries > 0) {
                Thread.sleep(shown(person).left().plusSeconds(1));
            }
            page = browser.sends(page, "form:has([name=otp])", Map.of("otp", freshCode(person)));
        }
        return page;
    }

    private String freshCode(DemoPerson person) throws InterruptedException {
        var code = shown(person);
        if (code.left().compareTo(LONG_ENOUGH) < 0 || code.digits().equals(used.get(person.id()))) {
            Thread.sleep(code.left().plusSeconds(1));
            code = shown(person);
        }
        used.put(person.id(), code.digits());
        return code.digits();
    }

    private static OneTimeCode shown(DemoPerson person) {
        var secret = String.valueOf(person.authenticator()).getBytes(StandardCharsets.US_ASCII);
        return OneTimeCode.at(Clock.systemUTC().instant(), secret);
    }
}
