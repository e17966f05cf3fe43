package health.stillwater.portals.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.Desk;
import health.stillwater.review.CaseKind;
import health.stillwater.review.CaseStage;
import health.stillwater.review.ConcernKind;
import health.stillwater.review.ConcernView;
import health.stillwater.review.EscalationView;
import health.stillwater.review.LateCase;
import health.stillwater.review.Oversight;
import health.stillwater.review.Risk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What physicians put before compliance, what is late, and who decides too much too fast. */
class ReviewPagesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T19:15:00Z");
    private static final PhysicianId CASTELLANE = PhysicianId.next();
    private static final UUID ASKED = UUID.randomUUID();
    private static final UUID CONCERN = UUID.randomUUID();

    private final Oversight oversight = mock(Oversight.class);
    private final Licensing licensing = mock(Licensing.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(licensing.names()).thenReturn(Map.of(CASTELLANE, "Dr. Castellane"));
        desk =
                Desk.of(
                        new Actor(
                                Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh"),
                        new ReviewController(
                                oversight, licensing, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void whenNothingIsWrongThePageSaysSo() {
        var page =
                Desk.page(
                        desk.mvc().get().uri("/compliance/review").exchange(),
                        200,
                        "compliance-review-empty");
        assertThat(page.select("main").text())
                .contains("No physician waits for you", "Nobody decided more", "No case is late")
                .doesNotContainIgnoringCase("approval rate");
    }

    @Test
    void everythingThatNeedsComplianceStandsOnOnePage() {
        something();
        when(oversight.faultsOfClaims())
                .thenReturn(List.of("case 1, move 2: is claimed while another holds it"));
        var page =
                Desk.page(
                        desk.mvc().get().uri("/compliance/review").exchange(),
                        200,
                        "compliance-review");
        assertThat(page.select("main").text())
                .contains(
                        "The history of claims is broken",
                        "Asks for early refills",
                        "Dr. Castellane: Many decisions in a short time",
                        "20 decisions, looked at for 20 minutes in all",
                        "SW-11111111",
                        "2 hours late");
    }

    @Test
    void anAnswerAndAnOutcomeAreWritten() {
        something();
        assertThat(desk.send("/compliance/review/answers", "escalation", ASKED.toString()))
                .hasStatus(422);
        verify(oversight, never()).answer(any(), any());
        assertThat(
                        desk.send(
                                "/compliance/review/answers",
                                "escalation",
                                ASKED.toString(),
                                "words",
                                "Not before day 26."))
                .hasRedirectedUrl("/compliance/review");
        verify(oversight).answer(ASKED, "Not before day 26.");
        assertThat(
                        desk.send(
                                "/compliance/review/outcomes",
                                "concern",
                                "no id",
                                "outcome",
                                "Spoke."))
                .hasStatus(404);
        desk.send(
                "/compliance/review/outcomes", "concern", CONCERN.toString(), "outcome", "Spoke.");
        verify(oversight).close(CONCERN, "Spoke.");
    }

    private void something() {
        when(oversight.escalated())
                .thenReturn(
                        List.of(
                                new EscalationView(
                                        ASKED,
                                        "SW-2F7C0C9E",
                                        UsState.FL,
                                        PatientId.next(),
                                        CASTELLANE,
                                        "Asks for early refills.",
                                        NOW.minus(Duration.ofHours(1)),
                                        NOW.plus(Duration.ofHours(3)))));
        when(oversight.concerns())
                .thenReturn(
                        List.of(
                                new ConcernView(
                                        CONCERN,
                                        CASTELLANE,
                                        ConcernKind.TOO_MANY,
                                        20,
                                        1200,
                                        NOW,
                                        Optional.empty())));
        when(oversight.late())
                .thenReturn(
                        List.of(
                                new LateCase(
                                        "SW-11111111",
                                        CaseKind.RENEWAL,
                                        UsState.NJ,
                                        CaseStage.WAITING,
                                        Risk.USUAL,
                                        NOW.minus(Duration.ofHours(2)))));
    }
}
