package health.stillwater.portals.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.portals.shell.Desk;
import health.stillwater.rulebook.ProposalOutcome;
import health.stillwater.rulebook.RowDraft;
import health.stillwater.rulebook.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class RowPagesTests extends RulebookDesk {

    private static final String[] AS_TYPED = {
        "effectiveOn", "2027-01-01",
        "validTo", "2027-12-31",
        "asked", "yes",
        "condition", " It passes. ",
        "authority", "91 FR 1",
        "evidence", "S01",
        "counselStatus", "OPEN",
        "patient", "P.",
        "prescriber", "Rx.",
        "operations", "O.",
        "reason", "The rule was extended"
    };

    @Test
    void aRowShowsWhatWasWhatIsAndWhatComes() {
        var page = desk.read("/compliance/rulebook/rows/D01");

        assertThat(page.select("table").first().select("tbody tr").eachText())
                .satisfiesExactly(
                        coming -> assertThat(coming).contains("3 to come", "No"),
                        now ->
                                assertThat(now)
                                        .contains(
                                                "2 in force",
                                                "January 1, 2026, 12:00 am ET",
                                                "until January 1, 2027",
                                                "Wendeline Marsh, Tolu Adeyemi"),
                        before -> assertThat(before).contains("1 ended", "Came with the program"));
        assertThat(page.select("svg rect")).hasSize(3);
        assertThat(page.select("svg rect.hatch")).hasSize(1);
        assertThat(page.select(".sw-chart__say").text())
                .contains("Version 2, in force: from January 1, 2026 to December 31, 2026.");
        assertThat(page.select(".sw-notice--wait").text())
                .contains("No version covers January 1, 2028");
        assertThat(page.select("main").text())
                .contains("US-TEL-02", "Visit keeps its value", "7 days", "America/New_York");
        assertThat(page.select("#condition").text()).startsWith("There is a federal ground");
        assertThat(desk.mvc().get().uri("/compliance/rulebook/rows/D99").exchange()).hasStatus(404);
    }

    @Test
    void aRowIsProposedAsItWasTyped() {
        var typed = ArgumentCaptor.forClass(RowDraft.class);
        when(rulebook.propose(typed.capture())).thenReturn(new ProposalOutcome.Proposed(7));

        var answer = desk.send("/compliance/rulebook/rows/D01", AS_TYPED);

        assertThat(answer).hasRedirectedUrl("/compliance/rulebook/proposals/7");
        assertThat(typed.getValue())
                .isEqualTo(
                        new RowDraft(
                                "D01",
                                LocalDate.of(2027, 1, 1),
                                LocalDate.of(2027, 12, 31),
                                true,
                                "It passes.",
                                "91 FR 1",
                                "S01",
                                "OPEN",
                                new Words("P.", "Rx.", "O."),
                                "The rule was extended"));
    }

    @Test
    void whatCannotBeReadOrProposedComesBackWithWhatWasTyped() {
        var nothing =
                Desk.page(desk.send("/compliance/rulebook/rows/D01"), 422, "compliance-row-empty");
        assertThat(nothing.select(".sw-errors a").eachText())
                .containsExactly(
                        "Enter the first day, such as 2027-01-01", "Say whether the row is asked");
        verify(rulebook, never()).propose(any(RowDraft.class));

        when(rulebook.propose(any(RowDraft.class)))
                .thenReturn(
                        new ProposalOutcome.NotValid(
                                Map.of("authority", "Name the source of law")));
        var wrong =
                Desk.page(
                        desk.send(
                                "/compliance/rulebook/rows/D01",
                                "effectiveOn",
                                "2027-01-01",
                                "asked",
                                "no",
                                "condition",
                                "Typed by hand"),
                        422,
                        "compliance-row-wrong");
        assertThat(wrong.select("#authority").attr("aria-invalid")).isEqualTo("true");
        assertThat(wrong.select("#condition").text()).isEqualTo("Typed by hand");
    }

    @Test
    void theLawOfEachStateStandsWithItsSourcesAndExamplesSayThatTheyAre() {
        var page = desk.read("/compliance/rulebook/law");
        assertThat(page.select("main h2").eachText())
                .containsExactly("United States", "Texas an example, not in use");
        assertThat(page.select("main tbody tr").first().text())
                .contains("US-TEL-02", "through December 31, 2026", "D01");
    }

    @Test
    void rowsAreVerifiedTogether() {
        when(rulebook.proposeVerified(List.of("D01"), "Read it"))
                .thenReturn(new ProposalOutcome.Proposed(8));
        var page = desk.read("/compliance/rulebook/verifications");
        assertThat(page.select("main").text()).contains("good for 89 more days");
        assertThat(
                        desk.send(
                                "/compliance/rulebook/verifications",
                                "rows",
                                "D01",
                                "rows",
                                "D77",
                                "reason",
                                "Read it"))
                .hasRedirectedUrl("/compliance/rulebook/proposals/8");
    }
}
