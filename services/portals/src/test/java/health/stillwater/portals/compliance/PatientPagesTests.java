package health.stillwater.portals.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.outlook.Outlook;
import health.stillwater.outlook.PatientOutlook;
import health.stillwater.portals.shell.Desk;
import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.SnapshotView;
import health.stillwater.rulebook.Verdict;
import health.stillwater.rulebook.Words;
import health.stillwater.visits.EvaluationId;
import health.stillwater.visits.EvaluationView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatientPagesTests {

    private static final Instant NOW = Instant.parse("2027-01-01T17:00:00Z");
    private static final PatientId ROSA =
            new PatientId(UUID.fromString("30177000-0000-4000-8000-000000000001"));

    private final Outlook outlook = mock(Outlook.class);
    private final Rulebook rulebook = mock(Rulebook.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(outlook.named(any())).thenReturn(Optional.empty());
        when(outlook.named("SW-30177000")).thenReturn(Optional.of(ROSA));
        when(outlook.why(ROSA)).thenReturn(rosa());
        desk =
                Desk.of(
                        new Actor(
                                Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh"),
                        new PatientsController(
                                outlook, rulebook, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void aNumberLeadsToThePatientAndAWrongOneIsSaidAndKept() {
        assertThat(desk.read("/compliance/patients").select("form").attr("method"))
                .isEqualTo("post");
        assertThat(desk.send("/compliance/patients", "number", "SW-30177000"))
                .hasRedirectedUrl("/compliance/patients/" + ROSA);
        var page =
                Desk.page(
                        desk.send("/compliance/patients", "number", "SW-1"),
                        422,
                        "compliance-patients-error");
        assertThat(page.select(".sw-errors a").attr("href")).isEqualTo("#number");
        assertThat(page.getElementById("number").val()).isEqualTo("SW-1");
    }

    @Test
    void everyRowIsReadInTheWordsOfEachAndWhatStopsStandsFirst() {
        var page =
                Desk.page(
                        desk.mvc().get().uri("/compliance/patients/" + ROSA).exchange(),
                        200,
                        "compliance-patient");
        assertThat(page.select(".sw-title").text()).contains("SW-30177000", "Stopped by 1 row");
        var first = page.select("section[aria-labelledby=now-title] tbody tr").first().text();
        assertThat(first)
                .contains(
                        "D01",
                        "Stop",
                        "no documented evaluation in person",
                        "We cannot send your medicine now.",
                        "You have no federal ground.",
                        "Book an evaluation.");
        assertThat(page.select("section[aria-labelledby=now-title] tbody").first().select("tr"))
                .hasSize(2);
        assertThat(page.select("main").text())
                .contains(
                        "prescriber, licenses, FL",
                        "status active; expires on 2027-01-31",
                        "5 hours ago",
                        "Claim, November 24, 2026, 12:00 pm ET: allowed",
                        "December 18, 2026",
                        "Ocala clinic");
    }

    @Test
    void somebodyWhoIsNotThereIsNotThere() {
        var nobody = PatientId.next();
        when(outlook.why(nobody)).thenThrow(new Refusal.Missing("This enrollment"));
        assertThat(desk.mvc().get().uri("/compliance/patients/" + nobody)).hasStatus(404);
    }

    private static PatientOutlook rosa() {
        var known =
                new SnapshotView.Known(
                        "prescriber, licenses, FL",
                        "status active; expires on 2027-01-31",
                        NOW.minusSeconds(5 * 3600));
        var pass = verdict("D05", Answer.PASS, "");
        var stop = verdict("D01", Answer.FAIL, "no documented evaluation in person");
        return new PatientOutlook(
                ROSA,
                new RequestId(ROSA.value()),
                "SW-30177000",
                "Prescribed, and the pharmacy has the order.",
                new SnapshotView(
                        Moment.FILL, NOW, false, "2026.11", List.of(pass, stop), List.of(known)),
                List.of(
                        new SnapshotView(
                                Moment.CLAIM,
                                Instant.parse("2026-11-24T17:00:00Z"),
                                true,
                                "2026.11",
                                List.of(pass),
                                List.of(known))),
                List.of(
                        new EvaluationView(
                                new EvaluationId(UUID.randomUUID()),
                                ROSA,
                                PhysicianId.next(),
                                "Dr. Ines Marlow",
                                LocalDate.of(2026, 12, 18),
                                "Ocala clinic",
                                "",
                                "note 114",
                                NOW,
                                false,
                                "")),
                LocalDate.of(2027, 1, 3));
    }

    private static Verdict verdict(String row, Answer answer, String reason) {
        return new Verdict(
                row,
                1,
                answer,
                reason,
                new Words(
                        "We cannot send your medicine now.",
                        "You have no federal ground.",
                        "Book an evaluation."));
    }
}
