package health.stillwater.portals.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Desk;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ConsentPagesTests {

    private static final String[] POINTS = {
        "points",
        "treatment.not_approved",
        "points",
        "treatment.abuse_misuse",
        "points",
        "treatment.respiratory_depression"
    };

    private final Rosalind she = new Rosalind().did(Step.ASSESSMENT, Step.ABOUT_YOU);

    @BeforeEach
    void theFormsAreOpen() {
        when(she.enrollment.consents(Rosalind.ME)).thenReturn(Forms.open());
    }

    @Test
    void everyFormStandsThereWholeAndNothingIsTicked() {
        var page = she.desk.read("/patient/consents");
        assertThat(page.select("main").text())
                .contains("Version 7", "not FDA-approved", "It can slow your breathing.");
        assertThat(page.select("input[name=kinds]")).hasSize(2);
        assertThat(page.select("input[name=points]")).hasSize(3);
        assertThat(page.select("input[checked]")).isEmpty();
    }

    @Test
    void aFormIsSignedInItsVersionUnderHerName() {
        var answer = sent("kinds", "messaging", "name", " Rosalind Teague ");
        assertThat(answer).hasRedirectedUrl("/patient/consents");
        verify(she.enrollment)
                .sign(eq(Rosalind.ME), eq(Set.of("messaging")), eq("Rosalind Teague"), any());
    }

    @Test
    void theTreatmentFormNeedsEachPointOfItsOwn() {
        var page =
                Desk.page(
                        sent(
                                "kinds",
                                "treatment",
                                "points",
                                "treatment.not_approved",
                                "name",
                                "Rosalind Teague"),
                        422,
                        "consents-error");
        assertThat(page.select(".sw-errors a").attr("href"))
                .isEqualTo("#point-treatment.abuse_misuse");
        assertThat(page.getElementById("point-treatment.not_approved").hasAttr("checked")).isTrue();
        assertThat(page.getElementById("kind-treatment").hasAttr("checked")).isTrue();
        assertThat(page.getElementById("name").val()).isEqualTo("Rosalind Teague");
        verify(she.enrollment, never()).sign(any(), any(), any(), any());
    }

    @Test
    void anotherNameIsAnErrorOnTheNameAndLosesNoTick() {
        doThrow(new Refusal.Forbidden("Type your full name as you gave it."))
                .when(she.enrollment)
                .sign(any(), any(), any(), any());
        var fields = new String[POINTS.length + 4];
        System.arraycopy(POINTS, 0, fields, 0, POINTS.length);
        System.arraycopy(
                new String[] {"kinds", "treatment", "name", "R."}, 0, fields, POINTS.length, 4);
        var page = Desk.page(sent(fields), 422, "consents-name");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#name");
        assertThat(page.select("input[checked]")).hasSize(4);
    }

    @Test
    void tickingNothingPointsAtTheFirstOpenForm() {
        var page = Desk.page(sent("name", "Rosalind Teague"), 422, "consents-none");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#kind-treatment");
    }

    @Test
    void whoeverHasNoNameYetIsSentToGiveIt() {
        she.did(Step.ASSESSMENT);
        var page = she.desk.read("/patient/consents");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main a[href=/patient/about]")).hasSize(1);
    }

    @Test
    void aNewVersionSaysThatTheTextChanged() {
        when(she.enrollment.consents(Rosalind.ME)).thenReturn(Forms.outdated());
        assertThat(
                        Desk.page(
                                        she.desk.mvc().get().uri("/patient/consents").exchange(),
                                        200,
                                        "consents-outdated")
                                .select("main")
                                .text())
                .contains("You signed version 1; the text has changed since.");
    }

    @Test
    void aSignedFormCanBeReadAndTakenBack() {
        when(she.enrollment.consents(Rosalind.ME)).thenReturn(Forms.signed());
        Desk.page(she.desk.mvc().get().uri("/patient/consents").exchange(), 200, "consents-signed");
        var page = she.desk.read("/patient/consents/treatment");
        assertThat(page.select("main").text())
                .contains("Signed on November 23, 2026, version 7", "no physician can decide");
        assertThat(she.desk.send(page.select("main form").attr("action")))
                .hasRedirectedUrl("/patient/consents");
        verify(she.enrollment).withdraw(eq(Rosalind.ME), eq("treatment"), any());
    }

    @Test
    void aFormThatIsNoneIsNotThere() {
        assertThat(she.desk.mvc().get().uri("/patient/consents/nonsense").exchange())
                .hasStatus(404);
        assertThat(she.desk.send("/patient/consents/nonsense/withdrawal")).hasStatus(404);
        verify(she.enrollment, never()).withdraw(any(), any(), any());
    }

    private MvcTestResult sent(String... fields) {
        return she.desk.send("/patient/consents", fields);
    }
}
