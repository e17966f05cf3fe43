package health.stillwater.portals.shell;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import jakarta.servlet.RequestDispatcher;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What somebody wrote when their sign-in ended, or their page expired, is theirs to send again. */
class UnsentPageTests {

    private static final Actor HALLORAN =
            new Actor(Actor.Kind.PHYSICIAN, UUID.randomUUID(), null, "Mara Halloran");
    private static final String WORDS = "Do you still take sertraline?\n\"How much\" & since when?";

    private static MockHttpServletRequestBuilder late(String address, Exception why, String from) {
        return MockMvcRequestBuilders.get("/error")
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, address)
                .requestAttr(RequestDispatcher.ERROR_METHOD, "POST")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                .requestAttr(WebAttributes.ACCESS_DENIED_403, why)
                .header("Sec-Fetch-Site", from)
                .param("words", WORDS)
                .param("act", "ASK")
                .param("_csrf", "an-old-token");
    }

    private static Document page(Actor actor, MockHttpServletRequestBuilder request, String name) {
        var desk = Desk.of(actor, new BrokenController());
        return Desk.page(desk.mvc().perform(request), 403, name);
    }

    private static Document page(Actor actor, String address, String name) {
        return page(actor, late(address, new MissingCsrfTokenException(null), "same-origin"), name);
    }

    private static void holdsAllOfIt(Document page, String address) {
        var form = page.select("main form");
        assertThat(form.attr("action")).isEqualTo(address);
        assertThat(form.select("[name=words]").val()).isEqualTo(WORDS);
        assertThat(form.select("[name=act]").val()).isEqualTo("ASK");
        assertThat(form.select("[name=_csrf]").eachAttr("value")).containsExactly("a-token");
        assertThat(page.select("blockquote").eachText())
                .containsExactly("Do you still take sertraline? \"How much\" & since when?");
    }

    @Test
    void withoutASignInOneSignsInFirst() {
        var page = page(Actor.NOBODY, "/physician/cases/1/aside", "unsent");
        holdsAllOfIt(page, "/physician/cases/1/aside");
        assertThat(page.select("h1").text()).isEqualTo("Sign in again to send this");
        assertThat(page.select("main a[target=_blank]").attr("href")).isEqualTo("/home");
        assertThat(page.select("main form button").text()).isEqualTo("Go on");
    }

    /** A stranger's session has a good token, and is stopped a door later. */
    @Test
    void norDoesATokenOfAStrangerLoseIt() {
        var stopped = new InsufficientAuthenticationException("nobody");
        holdsAllOfIt(
                page(Actor.NOBODY, late("/patient/question", stopped, "same-origin"), "unsent-too"),
                "/patient/question");
    }

    @Test
    void signedInAgainOneSeesAsWhomAndSendsIt() {
        var page = page(HALLORAN, "/physician/cases/1/aside", "unsent-again");
        holdsAllOfIt(page, "/physician/cases/1/aside");
        assertThat(page.select("main").text()).contains("You are signed in as Mara Halloran");
        assertThat(page.select("main form button").text()).isEqualTo("Send it now");
    }

    @Test
    void theAssessmentAsksForNoSignIn() {
        var page = page(Actor.NOBODY, "/start/questions/about", "unsent-assessment");
        assertThat(page.select("main form button").text()).isEqualTo("Send it now");
        assertThat(page.select("main a[target=_blank]")).isEmpty();
    }

    /** Else a stranger's page could have us put our token on a form it wrote. */
    @Test
    void aFormOfAnotherSiteIsNotGivenBack() {
        for (var from : new String[] {"cross-site", "same-site", "none", ""}) {
            var late = late("/patient/question", new MissingCsrfTokenException(null), from);
            isOnlySorry(page(HALLORAN, late, "unsent-foreign"));
        }
    }

    @Test
    void whatIsNotTheirsToDoIsNotGivenBackEither() {
        var denied = new AccessDeniedException("not a physician");
        isOnlySorry(page(HALLORAN, late("/billing/refunds", denied, "same-origin"), "denied"));
    }

    @Test
    void aPageThatSavesByItselfKeepsItsOwn() {
        var late =
                late(
                        "/physician/cases/1/draft",
                        new MissingCsrfTokenException(null),
                        "same-origin");
        isOnlySorry(page(HALLORAN, late.header("HX-Request", "true"), "denied-by-itself"));
    }

    private static void isOnlySorry(Document page) {
        assertThat(page.select("h1").text()).isEqualTo("This page is not open to you");
        assertThat(page.html()).doesNotContain("sertraline").doesNotContain("How much");
    }
}
