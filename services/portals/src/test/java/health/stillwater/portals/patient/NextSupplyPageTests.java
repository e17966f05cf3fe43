package health.stillwater.portals.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import health.stillwater.billing.PlanStage;
import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.portals.shell.Desk;
import health.stillwater.prescribing.NextSupply;
import health.stillwater.prescribing.PrescriberVerdict;
import health.stillwater.visits.VisitRecord.Modality;
import health.stillwater.visits.VisitStage;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The supply after the one at home, as its patient sees it. */
class NextSupplyPageTests {

    private static final LocalDate DAY = LocalDate.parse("2026-12-18");

    private final Rosalind she = new Rosalind();

    @Test
    void beforeThereIsAPrescriptionNothingIsSaidOfTheNext() {
        assertThat(home("none").select("#supply-title")).isEmpty();
    }

    @Test
    void theDayItOpensIsSaidAndNothingIsThereToPressBefore() {
        treated(new NextSupply.Later(DAY));
        var page = home("later");
        assertThat(page.select("section:has(#supply-title)").text()).contains("December 18, 2026");
        assertThat(page.select("form[action=/patient/supply]")).isEmpty();
    }

    @Test
    void whenItIsOpenItIsTheNextThingToDo() {
        treated(new NextSupply.Open(DAY));
        var page = home("open");
        assertThat(page.select(".sw-card--next form").attr("action")).isEqualTo("/patient/supply");
        assertThat(page.select(".sw-card--next form input[name=_csrf]")).hasSize(1);
        assertThat(page.select(".sw-card--next").text()).contains("December 18, 2026");
    }

    @Test
    void askingLeadsHomeWithWhatComesNext() {
        when(she.prescribing.askForNextSupply(Rosalind.ME))
                .thenReturn(new NextSupply.UnderWay(Rosalind.REQUEST));
        assertThat(asked()).contains("tell us how you are now");
        when(she.prescribing.askForNextSupply(Rosalind.ME)).thenReturn(new NextSupply.Later(DAY));
        assertThat(asked()).contains("too early", "December 18, 2026");
        when(she.prescribing.askForNextSupply(Rosalind.ME)).thenReturn(new NextSupply.None());
        assertThat(asked()).contains("no prescription to go on with");
    }

    @Test
    void howSheIsComesFirstAndTheRestIsKnown() {
        she.plan(PlanStage.ACTIVE, Rosalind.VISA)
                .again()
                .did(Step.ABOUT_YOU, Step.IDENTITY, Step.CONSENTS);
        when(she.prescribing.nextSupply(Rosalind.ME))
                .thenReturn(new NextSupply.UnderWay(Rosalind.REQUEST));
        var page = home("asked");
        assertThat(page.select(".sw-card--next a.btn").attr("href")).isEqualTo("/start");
        assertThat(page.select(".sw-card--next h2").text()).isEqualTo("Tell us how you are now");
        assertThat(page.select("#steps-title").text()).isEqualTo("Your next supply");
        assertThat(page.select(".sw-time").text())
                .contains("You asked for your next supply")
                .doesNotContain("opened an account", "First payment");
    }

    @Test
    void answersThatSpeakAgainstItBringAPhysicianAndSayWhatToDoUntilThen() {
        she.speaksAgainst = true;
        she.again().did(Step.ABOUT_YOU, Step.IDENTITY, Step.CONSENTS);
        when(she.prescribing.nextSupply(Rosalind.ME))
                .thenReturn(new NextSupply.UnderWay(Rosalind.REQUEST));
        var next = home("speaks-against").select(".sw-card--next");
        assertThat(next.select("h2").text()).isEqualTo("A physician will contact you");
        assertThat(next.text()).contains("wait with your next session");
        assertThat(next.select("a.btn").attr("href")).isEqualTo("/start");
    }

    @Test
    void aNoToTheNextOneEndsThePaymentsAndSaysSo() {
        she.again().enrolled().visit(VisitStage.FINISHED, Modality.VIDEO);
        when(she.prescribing.decisionsOf(Rosalind.ME))
                .thenReturn(List.of(Decisions.view(PrescriberVerdict.DECLINE)));
        var page = home("declined");
        assertThat(page.select(".sw-card--next").text()).contains("no further month is charged");
        assertThat(page.select(".sw-time").text()).contains("nothing more is charged");
    }

    private void treated(NextSupply supply) {
        she.enrolled()
                .visit(VisitStage.FINISHED, Modality.VIDEO)
                .plan(PlanStage.ACTIVE, Rosalind.VISA)
                .ordered(OrderStage.DELIVERED, "Your package was delivered.", null);
        when(she.prescribing.decisionsOf(Rosalind.ME))
                .thenReturn(List.of(Decisions.view(PrescriberVerdict.APPROVE)));
        when(she.prescribing.nextSupply(Rosalind.ME)).thenReturn(supply);
    }

    private String asked() {
        var answer = she.desk.mvc().post().uri("/patient/supply").exchange();
        assertThat(answer).hasRedirectedUrl("/patient");
        return answer.getMvcResult().getFlashMap().toString();
    }

    private Document home(String name) {
        return Desk.page(she.desk.mvc().get().uri("/patient").exchange(), 200, "supply-" + name);
    }
}
