package health.stillwater.portals.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.billing.PlanStage;
import health.stillwater.enrollment.CompletionOutcome;
import health.stillwater.enrollment.DescribeOutcome;
import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.enrollment.IdentityView;
import health.stillwater.enrollment.IdentityView.Status;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Desk;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class StepPagesTests {

    private final Rosalind she = new Rosalind().did(Step.ASSESSMENT, Step.ABOUT_YOU);

    @Test
    void whatSheToldUsStandsInItsFields() {
        var page = she.desk.read("/patient/about");
        assertThat(page.getElementById("name").val()).isEqualTo("Rosalind Teague");
        assertThat(page.getElementById("year").val()).isEqualTo("1979");
        assertThat(page.select("#countyFips option[selected]").val()).isEqualTo("12083");
        assertThat(page.select("#previousStates option[selected]").val()).isEqualTo("none");
        assertThat(page.select("label[for], fieldset > legend").eachText())
                .contains("Full name", "Date of birth");
    }

    @Test
    void nothingIsChosenForWhoeverToldNothingYet() {
        she.did(Step.ASSESSMENT);
        var page =
                Desk.page(she.desk.mvc().get().uri("/patient/about").exchange(), 200, "about-new");
        assertThat(page.select("option[selected], input[checked]")).isEmpty();
    }

    @Test
    void eachMistakeStandsAtItsFieldAndNothingTypedIsLost() {
        when(she.enrollment.describe(eq(Rosalind.ME), any()))
                .thenReturn(
                        new DescribeOutcome.Invalid(
                                Map.of(
                                        "dateOfBirth", "Check the year of your date of birth.",
                                        "phone", "Enter a US mobile number.",
                                        "zone", "Gulf County has two time zones.")));
        var page =
                Desk.page(
                        she.desk.send(
                                "/patient/about",
                                "name",
                                "R. Teague",
                                "month",
                                "3",
                                "day",
                                "9",
                                "year",
                                "2979",
                                "phone",
                                "12",
                                "countyFips",
                                "12045",
                                "previousStates",
                                "NY",
                                "thirdState",
                                "TX"),
                        422,
                        "about-error");
        assertThat(page.select(".sw-errors a").eachAttr("href"))
                .containsExactly("#month", "#phone", "#zone");
        assertThat(page.getElementById("year").val()).isEqualTo("2979");
        assertThat(page.getElementById("name").val()).isEqualTo("R. Teague");
        assertThat(page.select("#thirdState option[selected]").val()).isEqualTo("TX");
        assertThat(page.select("input[name=zone]").eachAttr("value"))
                .containsExactly("America/New_York", "America/Chicago");
    }

    @Test
    void everyStateSheLivedInIsToldOn() {
        when(she.enrollment.describe(any(), any())).thenReturn(new DescribeOutcome.Saved());
        var answer =
                she.desk.send(
                        "/patient/about",
                        "previousStates",
                        "NY",
                        "anotherState",
                        "",
                        "thirdState",
                        "TX");
        assertThat(answer).hasRedirectedUrl("/patient");
        verify(she.enrollment)
                .describe(
                        eq(Rosalind.ME),
                        argThat(
                                told ->
                                        Set.of(UsState.NY, UsState.TX)
                                                .equals(told.previousStates())));
    }

    @Test
    void theIdentityCheckLeadsToTheVendor() {
        when(she.enrollment.startIdentityCheck(eq(Rosalind.ME), any()))
                .thenReturn(URI.create("https://id.example/s/1"));
        assertThat(she.desk.read("/patient/identity").select("main form").attr("action"))
                .isEqualTo("/patient/identity");
        assertThat(she.desk.send("/patient/identity")).hasRedirectedUrl("https://id.example/s/1");
        assertThat(she.desk.mvc().get().uri("/patient/identity/return").exchange())
                .hasRedirectedUrl("/patient/identity");
    }

    @Test
    void aVendorWhoDoesNotAnswerIsToldAtTheButton() {
        when(she.enrollment.startIdentityCheck(any(), any()))
                .thenThrow(new Refusal.Forbidden("The identity check did not answer."));
        var page = Desk.page(she.desk.send("/patient/identity"), 422, "identity-error");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#begin");
    }

    @Test
    void whatDidNotMatchIsSaidWithTheWayOut() {
        var page = identity(Status.FAILED, "Your picture did not match the document.");
        assertThat(page.select("main").text())
                .contains("Your picture did not match", "You can try again", "a person looks");
        assertThat(identity(Status.WAITING).select("main").text())
                .contains("Waiting for the result", "Go on with the check");
        assertThat(identity(Status.VERIFIED).select("main form")).isEmpty();
    }

    @Test
    void withoutANameThereIsNothingToCompareWith() {
        she.did(Step.ASSESSMENT);
        assertThat(identity(Status.NOT_STARTED).select("main form")).isEmpty();
        assertThat(she.desk.read("/patient/card").select("main form")).isEmpty();
    }

    @Test
    void theCardPageSaysThePriceAndLeadsToStripe() {
        when(she.billing.saveCard(eq(Rosalind.ME), any(), any()))
                .thenReturn(URI.create("https://checkout.example/c/1"));
        assertThat(she.desk.read("/patient/card").select("main").text())
                .contains("$250.00 a month", "$0.00 today");
        assertThat(she.desk.send("/patient/card")).hasRedirectedUrl("https://checkout.example/c/1");
        assertThat(she.desk.mvc().get().uri("/patient/card/return").exchange())
                .hasRedirectedUrl("/patient/card");
    }

    @Test
    void aSavedCardIsShownByItsLastDigitsAlone() {
        she.plan(PlanStage.NOTHING_YET, Rosalind.VISA);
        var page =
                Desk.page(she.desk.mvc().get().uri("/patient/card").exchange(), 200, "card-saved");
        assertThat(page.select("main").text())
                .contains("Visa ending in 4242", "You have been charged nothing");
    }

    @Test
    void stripeBeingAwayIsToldAtTheButton() {
        when(she.billing.saveCard(any(), any(), any()))
                .thenThrow(new Refusal.Forbidden("Stripe did not answer."));
        var page = Desk.page(she.desk.send("/patient/card"), 422, "card-error");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#save");
    }

    @Test
    void wherePeopleAreIsAskedAndNeverAssumed() {
        she.did(Step.values());
        var page = she.desk.read("/patient/location");
        assertThat(page.select("main").text()).contains("You last told us: Marion, Florida");
        assertThat(page.select("#county option[selected]")).isEmpty();
        assertThat(she.desk.send("/patient/location", "county", "12083"))
                .hasRedirectedUrl("/patient");
        verify(she.enrollment).attestLocation(Rosalind.ME, "12083");
    }

    @Test
    void aPlaceOutsideIsNotTaken() {
        var page =
                Desk.page(
                        she.desk.send("/patient/location", "county", "48113"),
                        422,
                        "location-error");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#county");
        verify(she.enrollment, never()).attestLocation(any(), any());
    }

    @Test
    void theGateLetsInOrSendsBackToReadWhy() {
        when(she.enrollment.complete(Rosalind.ME))
                .thenReturn(new CompletionOutcome.Enrolled(Rosalind.REQUEST));
        assertThat(she.desk.send("/patient/enrollment")).hasRedirectedUrl("/patient/visit");
        when(she.enrollment.complete(Rosalind.ME))
                .thenReturn(mock(CompletionOutcome.Stopped.class));
        assertThat(she.desk.send("/patient/enrollment")).hasRedirectedUrl("/patient");
    }

    private Document identity(Status status, String... troubles) {
        when(she.enrollment.identity(Rosalind.ME))
                .thenReturn(new IdentityView(status, List.of(troubles), null));
        return Desk.page(
                she.desk.mvc().get().uri("/patient/identity").exchange(),
                200,
                "identity-" + status);
    }
}
