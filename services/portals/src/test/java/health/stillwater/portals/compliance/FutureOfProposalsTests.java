package health.stillwater.portals.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.outlook.AffectedPage;
import health.stillwater.outlook.Counts;
import health.stillwater.outlook.LookAhead;
import health.stillwater.outlook.Outlook;
import health.stillwater.outlook.Supposition;
import health.stillwater.outlook.TallyView;
import health.stillwater.portals.shell.Desk;
import health.stillwater.rulebook.ProposalView;
import health.stillwater.rulebook.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The future view, when a proposed change is supposed. */
class FutureOfProposalsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T19:15:00Z");
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LookAhead QUESTION = new LookAhead(NEW_YEAR, new Supposition.Proposed(12));

    private final Outlook outlook = mock(Outlook.class);
    private final Rulebook rulebook = mock(Rulebook.class);
    private final Desk desk =
            Desk.of(
                    new Actor(Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh"),
                    new FutureController(outlook, rulebook));

    @BeforeEach
    void aDay() {
        when(outlook.today()).thenReturn(LocalDate.of(2026, 11, 23));
        when(outlook.affected(any(), any(), anyInt()))
                .thenReturn(new AffectedPage(List.of(), 0, false));
    }

    @Test
    void aProposedChangeIsComparedWithTheSameDayWithoutIt() {
        when(rulebook.proposalsStanding()).thenReturn(List.of(proposal()));
        when(outlook.tally(any()))
                .thenReturn(
                        tally(
                                new Counts(
                                        412, 60, 45, 23, 61, 7, List.of(), List.of(), List.of(),
                                        List.of())));

        var page =
                read(
                        "/compliance/future?on=2027-01-01&suppose=proposal:12",
                        200,
                        "compliance-future-proposal");

        verify(outlook).tally(QUESTION);
        assertThat(page.select(".sw-sums").text())
                .contains(
                        "15 stopped by the change",
                        "7 let go by the change",
                        "45 stopped on that day without it too");
        assertThat(page.select(".sw-notice").text())
                .contains("Proposal 12 is approved (row D20, from January 1, 2027)");
        assertThat(page.select("main th").eachText())
                .contains("Without it too")
                .doesNotContain("Today too");
        assertThat(page.select("#list-title").text()).isEqualTo("Patients the change would stop");
    }

    @Test
    void aProposalThatWasDecidedIsNotSupposed() {
        var page =
                read(
                        "/compliance/future?on=2027-01-01&suppose=proposal:12",
                        422,
                        "compliance-future-decided");

        assertThat(page.select("#suppose-error").text()).contains("was decided, or overtaken");
        verify(outlook, never()).tally(any());
    }

    private static ProposalView proposal() {
        return new ProposalView(
                12,
                ProposalView.Kind.ROW,
                "D20",
                List.of("Asked: no → yes"),
                "Counsel, 2026-11-20",
                LocalDate.of(2027, 1, 1),
                null,
                null,
                UUID.randomUUID(),
                "Wendeline Marsh",
                NOW,
                null);
    }

    private static TallyView tally(Counts counts) {
        return new TallyView(
                QUESTION,
                Instant.parse("2027-01-01T17:00:00Z"),
                TallyView.Stage.DONE,
                412,
                412,
                NOW,
                counts);
    }

    private Document read(String address, int status, String name) {
        return Desk.page(desk.mvc().get().uri(address).exchange(), status, name);
    }
}
