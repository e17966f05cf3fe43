package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.FENCE;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOW;
import static health.stillwater.portals.physician.Samples.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Refusal;
import health.stillwater.prescribing.DecisionForm;
import health.stillwater.prescribing.Draft;
import health.stillwater.prescribing.ReadyOutcome;
import health.stillwater.rulebook.Moment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionPagesTests extends CaseDesk {

    @Test
    void aDraftIsSavedWithTheVersionThePageStartedFrom() {
        when(prescribing.save(eq(REQUEST), eq(ME), any()))
                .thenReturn(new Draft(Samples.approving(), 8, NOW));
        assertThat(desk.send(CASE + "/draft", "version", "7", "words", "Because"))
                .hasStatus(303)
                .hasRedirectedUrl(CASE);
        var expected = DecisionForm.of(Map.of("words", "Because"));
        verify(prescribing).save(REQUEST, ME, new Draft(expected, 7, null));
        assertThat(byItself("/draft", "version", "7", "words", "Because"))
                .contains("value=\"8\"", "Saved 1:40 pm ET");
    }

    @Test
    void twoWindowsOnOneDraftLoseNothing() {
        mine();
        when(prescribing.save(any(), any(), any()))
                .thenThrow(new Refusal.Overtaken("This draft was changed in another window."));
        when(prescribing.draftOf(REQUEST, ME)).thenReturn(new Draft(Samples.approving(), 9, NOW));
        var page =
                kept(
                        desk.send(CASE + "/draft", "version", "7", "words", "My own words"),
                        409,
                        "physician-conflict");
        assertThat(page.getElementById("words").val()).isEqualTo("My own words");
        assertThat(page.select("input[name=version]").val()).isEqualTo("9");
        assertThat(page.select("main").text())
                .contains(
                        "changed in another window",
                        "We agreed to try this, starting low.",
                        "sublingual rapid-dissolve tablet");
    }

    @Test
    void whoLosesTheCaseKeepsTheirWords() {
        when(prescribing.save(any(), any(), any()))
                .thenThrow(new Refusal.Overtaken("Your claim on this case has ended."));
        when(queue.open(REQUEST, ME)).thenThrow(new Refusal.Missing("This case"));
        var page =
                kept(
                        desk.send(CASE + "/draft", "version", "7", "words", "My own words"),
                        409,
                        "physician-lost");
        assertThat(page.select("main").text())
                .contains("Your claim on this case has ended.", "My own words");
    }

    @Test
    void anIncompleteDecisionPointsAtItsFieldsAndKeepsWhatWasTyped() {
        mine();
        when(prescribing.readyToSign(eq(REQUEST), eq(ME), eq(FENCE), any()))
                .thenReturn(
                        new ReadyOutcome.Invalid(
                                Map.of(
                                        "quantity",
                                        "Quantity must be units a dose times doses: 4.")));
        var page =
                kept(
                        desk.send(
                                CASE + "/signings",
                                "fence",
                                "3",
                                "verdict",
                                "APPROVE",
                                "quantity",
                                "5"),
                        422,
                        "physician-wrong");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#quantity");
        assertThat(page.getElementById("quantity").val()).isEqualTo("5");
        assertThat(page.select("input[value=APPROVE]").hasAttr("checked")).isTrue();
    }

    @Test
    void theGateStopsBeforeTheSigningPage() {
        mine();
        when(prescribing.readyToSign(any(), any(), anyLong(), any()))
                .thenReturn(new ReadyOutcome.Stopped(Samples.stopping(Moment.SIGNING)));
        var page =
                kept(desk.send(CASE + "/signings", "fence", "3"), 422, "physician-ready-stopped");
        assertThat(page.select("[role=alert]").text()).contains("You cannot sign yet", "D05");
    }
}
