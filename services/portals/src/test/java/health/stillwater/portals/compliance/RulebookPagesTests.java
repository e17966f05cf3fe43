package health.stillwater.portals.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Desk;
import health.stillwater.portals.shell.Moments;
import health.stillwater.rulebook.Law;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.ProposalOutcome;
import health.stillwater.rulebook.ProposalView;
import health.stillwater.rulebook.RowDraft;
import health.stillwater.rulebook.RowVersion;
import health.stillwater.rulebook.RowView;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.Setting;
import health.stillwater.rulebook.SettingView;
import health.stillwater.rulebook.ValueDraft;
import health.stillwater.rulebook.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class RulebookPagesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T19:15:00Z");
    private static final UUID MARSH = UUID.randomUUID();
    private static final UUID ADEYEMI = UUID.randomUUID();

    private final Rulebook rulebook = mock(Rulebook.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        when(rulebook.versions("D01"))
                .thenReturn(
                        List.of(
                                version(3, day(2027, 1, 1), day(2028, 1, 1), false),
                                version(2, day(2026, 1, 1), day(2027, 1, 1), true),
                                version(1, day(2025, 1, 1), day(2026, 1, 1), true)));
        when(rulebook.versions("D99")).thenThrow(new Refusal.Missing("This row"));
        when(rulebook.currentRows())
                .thenReturn(List.of(version(2, day(2026, 1, 1), day(2027, 1, 1), true)));
        when(rulebook.settings()).thenReturn(List.of(visit(), cap()));
        when(rulebook.setting("freshness.encounter")).thenReturn(visit());
        when(rulebook.setting("protocol.cap")).thenReturn(cap());
        when(rulebook.medicalDirector()).thenReturn(Optional.of("Dr. P. Lindqvist"));
        when(rulebook.law())
                .thenReturn(List.of(law("US-TEL-02", "US", true), law("TX-CS-01", "TX", false)));
        desk =
                Desk.of(
                        new Actor(Actor.Kind.COMPLIANCE, MARSH, null, "Wendeline Marsh"),
                        new RulebookController(rulebook, clock),
                        new RowController(rulebook, clock),
                        new ValuesController(rulebook),
                        new VerifyController(rulebook, clock),
                        new ProposalsController(rulebook, clock));
    }

    private static Instant day(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(Moments.HOUSE).toInstant();
    }

    private static RowVersion version(int number, Instant from, Instant until, boolean enabled) {
        var row =
                new RowView(
                        "D01",
                        number,
                        "US",
                        "There is a federal ground to prescribe without a visit in person.",
                        EnumSet.allOf(Moment.class),
                        "LAW",
                        LocalDate.ofInstant(from, Moments.HOUSE),
                        null,
                        "21 CFR 1307.41; 90 FR 61301",
                        "S01 S02",
                        "OPEN",
                        LocalDate.of(2026, 11, 22),
                        enabled,
                        new Words("To the patient.", "To the prescriber.", "To operations."));
        return new RowVersion(
                row,
                Moments.HOUSE,
                from,
                until,
                number == 1 ? List.of() : List.of("Wendeline Marsh", "Tolu Adeyemi"),
                number == 1 ? null : (long) number);
    }

    private static SettingView visit() {
        return new SettingView(
                new Setting(
                        "freshness.encounter",
                        "Visit keeps its value",
                        "D01",
                        Setting.Kind.AGE,
                        "",
                        List.of(),
                        null,
                        null,
                        false),
                "7 days",
                "7 days");
    }

    private static SettingView cap() {
        return new SettingView(
                new Setting(
                        "protocol.cap",
                        "Most in a session",
                        "D28",
                        Setting.Kind.CAP,
                        "mg",
                        List.of(),
                        null,
                        null,
                        true),
                "not set, so it refuses",
                "");
    }

    private static Law law(String id, String jurisdiction, boolean inUse) {
        return new Law(
                id,
                jurisdiction,
                "Telemedicine",
                "What it says.",
                List.of("D01"),
                inUse,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                "21 CFR 1307.41",
                "S01",
                "OPEN",
                LocalDate.of(2026, 11, 22));
    }

    private static ProposalView proposal(UUID by, ProposalView.Decision decision) {
        return new ProposalView(
                7,
                ProposalView.Kind.VALUE,
                "freshness.encounter",
                List.of("D02 · Visit keeps its value: 7 days → 5 days"),
                "Counsel's letter",
                LocalDate.of(2027, 1, 1),
                null,
                null,
                by,
                by.equals(MARSH) ? "Wendeline Marsh" : "Tolu Adeyemi",
                NOW,
                decision);
    }

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

        var answer =
                desk.send(
                        "/compliance/rulebook/rows/D01",
                        "effectiveOn",
                        "2027-01-01",
                        "validTo",
                        "2027-12-31",
                        "asked",
                        "yes",
                        "condition",
                        " It passes. ",
                        "authority",
                        "91 FR 1",
                        "evidence",
                        "S01",
                        "counselStatus",
                        "OPEN",
                        "patient",
                        "P.",
                        "prescriber",
                        "Rx.",
                        "operations",
                        "O.",
                        "reason",
                        "The rule was extended");

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
