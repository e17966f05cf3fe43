package health.stillwater.portals.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Desk;
import health.stillwater.rulebook.Indication;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.testing.TestClock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WelcomePageTests {

    private final Rulebook rulebook = mock(Rulebook.class);
    private final TestClock clock = new TestClock();
    private final Desk desk = Desk.of(Actor.NOBODY, new WelcomeController(rulebook, clock));

    @BeforeEach
    void twoStates() {
        when(rulebook.launched(UsState.FL)).thenReturn(true);
        when(rulebook.launched(UsState.NJ)).thenReturn(true);
        when(rulebook.offers(any(), eq(Indication.DEPRESSION))).thenReturn(true);
        when(rulebook.offers(any(), eq(Indication.ANXIETY))).thenReturn(true);
        when(rulebook.offers(UsState.FL, Indication.PTSD)).thenReturn(true);
    }

    @Test
    void theFirstPageSaysThePriceTheLimitsAndWhoDecides() {
        var page = desk.read("/");
        assertThat(page.select("main").text())
                .contains(
                        "from $250 a month",
                        "not FDA-approved",
                        "Florida or New Jersey",
                        "It is no cure")
                .doesNotContainIgnoringCase("eligible")
                .doesNotContainIgnoringCase("guaranteed");
        assertThat(page.select(".sw-crisis-line a[href=tel:988]")).hasSize(1);
        assertThat(page.select(".btn-primary"))
                .allMatch(button -> button.attr("href").equals("/start"));
    }

    @Test
    void whatIsTreatedIsWhatTheRulebookOffersEverywhereToday() {
        var page = desk.read("/");
        assertThat(page.select(".sw-hero").text())
                .contains("for depression and anxiety, from $250 a month");
        assertThat(page.select("main").text())
                .contains("We do not treat PTSD, chronic pain or CRPS");
    }

    @Test
    void theDayTheFederalRuleEndsIsTheRulebooks() {
        when(rulebook.temporaryRuleEnds())
                .thenReturn(Optional.of(Instant.parse("2027-03-31T03:59:59Z")));
        assertThat(desk.read("/").select("main").text()).contains("ends on March 30, 2027");

        clock.standsAt(Instant.parse("2027-03-31T04:00:00Z"));
        assertThat(desk.read("/").select("main").text()).contains("ended on March 30, 2027");
    }

    @Test
    void aRuleWithoutAnEndIsNotGivenOne() {
        assertThat(desk.read("/").select("main").text()).doesNotContain("federal rule");
    }

    @Test
    void whenNothingIsOfferedNothingIsPromised() {
        when(rulebook.offers(any(), any())).thenReturn(false);
        assertThat(
                        Desk.page(desk.mvc().get().uri("/").exchange(), 200, "welcome-closed")
                                .select("main")
                                .text())
                .contains("A ketamine program, from $250 a month", "we take no new patients");
    }

    @Test
    void aSignInThatFailedIsSaid() {
        var page =
                Desk.page(
                        desk.mvc().get().uri("/?sign-in=failed").exchange(),
                        200,
                        "welcome-sign-in");
        assertThat(page.select(".sw-notice--wait a[href=/home]")).hasSize(1);
    }
}
