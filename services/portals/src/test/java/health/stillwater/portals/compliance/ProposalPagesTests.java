package health.stillwater.portals.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.portals.shell.Desk;
import health.stillwater.rulebook.ProposalOutcome;
import health.stillwater.rulebook.ProposalView;
import health.stillwater.rulebook.ValueDraft;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class ProposalPagesTests extends RulebookDesk {

    @Test
    void valuesStandUnderTheirRowsAndTheProtocolByItself() {
        assertThat(desk.read("/compliance/rulebook/values").select("main dt").eachText())
                .containsExactly("Visit keeps its value", "Most in a session");
        var protocol = desk.read("/compliance/rulebook/protocol");
        assertThat(protocol.select("main dt").eachText()).containsExactly("Most in a session");
        assertThat(protocol.select("main").text())
                .contains("Dr. P. Lindqvist", "not set, so it refuses");
    }

    @Test
    void aValueIsProposedAndTheProtocolAsksForTheSignature() {
        var typed = ArgumentCaptor.forClass(ValueDraft.class);
        when(rulebook.propose(typed.capture())).thenReturn(new ProposalOutcome.Proposed(7));
        var plain = desk.read("/compliance/rulebook/values/freshness.encounter");
        assertThat(plain.select("#typed").val()).isEqualTo("7 days");
        assertThat(plain.select("#signedOffOn")).isEmpty();
        assertThat(desk.read("/compliance/rulebook/values/protocol.cap").select("#signedOffOn"))
                .hasSize(1);

        var answer =
                desk.send(
                        "/compliance/rulebook/values/protocol.cap",
                        "typed",
                        "12.5",
                        "effectiveOn",
                        "2027-01-01",
                        "signedOffOn",
                        "2026-11-20",
                        "reason",
                        "Why");

        assertThat(answer).hasRedirectedUrl("/compliance/rulebook/proposals/7");
        assertThat(typed.getValue())
                .isEqualTo(
                        new ValueDraft(
                                "protocol.cap",
                                "12.5",
                                LocalDate.of(2027, 1, 1),
                                "Why",
                                LocalDate.of(2026, 11, 20)));
        var wrong =
                Desk.page(
                        desk.send("/compliance/rulebook/values/protocol.cap", "typed", "9"),
                        422,
                        "compliance-value-wrong");
        assertThat(wrong.select(".sw-errors").text()).contains("Enter the first day");
        assertThat(wrong.select("#typed").val()).isEqualTo("9");
    }

    @Test
    void oneWhoProposedMayTakeBackAndAnotherDecides() {
        when(rulebook.proposal(7)).thenReturn(proposal(MARSH, null));
        var mine = desk.read("/compliance/rulebook/proposals/7");
        assertThat(mine.select("main button[name=decision]").eachAttr("value"))
                .containsExactly("withdraw");
        assertThat(mine.select("main li").text())
                .isEqualTo("D02 · Visit keeps its value: 7 days → 5 days");

        when(rulebook.proposal(7)).thenReturn(proposal(ADEYEMI, null));
        var theirs =
                Desk.page(
                        desk.mvc().get().uri("/compliance/rulebook/proposals/7").exchange(),
                        200,
                        "compliance-proposal-theirs");
        assertThat(theirs.select("main button[name=decision]").eachAttr("value"))
                .containsExactly("approve", "reject");

        assertThat(desk.send("/compliance/rulebook/proposals/7", "decision", "approve"))
                .hasRedirectedUrl("/compliance/rulebook/proposals/7");
        verify(rulebook).approve(7);
        var silent =
                Desk.page(
                        desk.send("/compliance/rulebook/proposals/7", "decision", "reject"),
                        422,
                        "compliance-proposal-silent");
        assertThat(silent.select(".sw-errors").text()).contains("Say why");
        verify(rulebook, never()).reject(7, "");
        desk.send("/compliance/rulebook/proposals/7", "decision", "reject", "reason", "No");
        verify(rulebook).reject(7, "No");
        assertThat(desk.send("/compliance/rulebook/proposals/7", "decision", "x")).hasStatus(422);
    }

    @Test
    void everyProposalIsListedTheWaitingOnesFirst() {
        var decided =
                new ProposalView.Decision(
                        ProposalView.Outcome.REJECTED, "Tolu Adeyemi", NOW, "Not so", null);
        when(rulebook.proposals())
                .thenReturn(List.of(proposal(ADEYEMI, null), proposal(MARSH, decided)));
        var page = desk.read("/compliance/rulebook/proposals");
        assertThat(page.select("main tbody tr").eachText())
                .satisfiesExactly(
                        open -> assertThat(open).contains("Waits for you or another"),
                        closed -> assertThat(closed).contains("Rejected"));
        when(rulebook.proposal(7)).thenReturn(proposal(MARSH, decided));
        assertThat(
                        Desk.page(
                                        desk.mvc()
                                                .get()
                                                .uri("/compliance/rulebook/proposals/7")
                                                .exchange(),
                                        200,
                                        "compliance-proposal-rejected")
                                .select("main")
                                .text())
                .contains("Rejected by Tolu Adeyemi", "“Not so”");
    }
}
