package health.stillwater.portals.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.ledger.KeptCheckpoint;
import health.stillwater.ledger.Ledger;
import health.stillwater.licensing.CredentialId;
import health.stillwater.licensing.CredentialKind;
import health.stillwater.licensing.CredentialRow;
import health.stillwater.licensing.Credentialing;
import health.stillwater.licensing.Holder;
import health.stillwater.licensing.Licensing;
import health.stillwater.outlook.LossView;
import health.stillwater.outlook.Outlook;
import health.stillwater.portals.shell.Desk;
import health.stillwater.portals.shell.Moments;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.RowVersion;
import health.stillwater.rulebook.RowView;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompliancePagesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T19:15:00Z");

    private final Ledger ledger = mock(Ledger.class);
    private final Rulebook rulebook = mock(Rulebook.class);
    private final Licensing licensing = mock(Licensing.class);
    private final Credentialing credentialing = mock(Credentialing.class);
    private final Outlook outlook = mock(Outlook.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        when(rulebook.currentRows())
                .thenReturn(
                        List.of(
                                row(
                                        "D01",
                                        true,
                                        EnumSet.allOf(Moment.class),
                                        LocalDate.of(2026, 12, 31)),
                                row("D02", true, EnumSet.of(Moment.SIGNING, Moment.CLAIM), null),
                                row("D04", false, EnumSet.of(Moment.QUEUE), null)));
        when(outlook.today()).thenReturn(LocalDate.of(2026, 11, 23));
        var rows =
                List.of(license(LocalDate.of(2026, 11, 21)), license(LocalDate.of(2026, 12, 31)));
        when(licensing.expiring(any())).thenReturn(rows);
        when(credentialing.all()).thenReturn(rows);
        desk =
                Desk.of(
                        new Actor(
                                Actor.Kind.COMPLIANCE, UUID.randomUUID(), null, "Wendeline Marsh"),
                        new OverviewController(ledger, rulebook, licensing, outlook, clock),
                        new RulebookController(rulebook, clock),
                        new CredentialsController(credentialing, clock));
    }

    @Test
    void theOverviewSaysHowAllStands() {
        when(ledger.size()).thenReturn(18L);
        when(ledger.checkpoints(1)).thenReturn(List.of(checkpoint(null)));
        var page = desk.read("/compliance");
        assertThat(page.select(".sw-notice--ok").text())
                .contains("The last checkpoint verifies", "over 17 entries", "3 minutes ago");
        assertThat(page.select(".sw-sums").text())
                .contains(
                        "18 entries",
                        "1 not under a checkpoint yet",
                        "2 rows of the gate asked",
                        "1 rows not asked yet",
                        "2 licenses");
        assertThat(page.select("main").text()).contains("Ended 2 days ago", "38 days left");
    }

    @Test
    void whatWasLostStandsWithThoseWhoStoodOnItAndTheWayToThem() {
        var physician = PhysicianId.next();
        when(outlook.lossesSince(NOW.minus(Duration.ofDays(30))))
                .thenReturn(
                        List.of(
                                new LossView(
                                        physician,
                                        null,
                                        "Dr. Imre Castellane",
                                        UsState.NJ,
                                        false,
                                        NOW,
                                        12,
                                        LocalDate.of(2026, 12, 3)),
                                new LossView(
                                        PhysicianId.next(),
                                        null,
                                        "Dr. Nobody",
                                        UsState.FL,
                                        false,
                                        NOW,
                                        0,
                                        null)));
        var page =
                Desk.page(desk.mvc().get().uri("/compliance").exchange(), 200, "compliance-loss");
        assertThat(page.select(".sw-notice--stop").text())
                .contains(
                        "Dr. Imre Castellane lost a license or registration in New Jersey",
                        "12 patients, the first out of medicine on December 3, 2026")
                .doesNotContain("Dr. Nobody");
        assertThat(page.select(".sw-notice--stop a").attr("href"))
                .isEqualTo("/compliance/future?on=2026-11-23&state=NJ&physician=" + physician);
    }

    @Test
    void aCheckpointThatDoesNotVerifyStandsFirst() {
        when(ledger.checkpoints(1))
                .thenReturn(List.of(checkpoint("The copy outside the database is another.")));
        var bad = Desk.page(desk.mvc().get().uri("/compliance").exchange(), 200, "compliance-bad");
        assertThat(bad.select(".sw-notice--stop").text())
                .contains(
                        "does not verify",
                        "The copy outside the database is another.",
                        "Do not edit anything");
        when(ledger.checkpoints(1)).thenReturn(List.of());
        var none =
                Desk.page(desk.mvc().get().uri("/compliance").exchange(), 200, "compliance-none");
        assertThat(none.select(".sw-notice--wait").text()).contains("No checkpoint was signed yet");
    }

    @Test
    void everyRowOfTheRulebookIsShownAlsoThoseNotAskedYet() {
        var page = desk.read("/compliance/rulebook");
        assertThat(page.select("main tbody tr")).hasSize(3);
        assertThat(page.select("main tbody tr").first().text())
                .contains(
                        "D01",
                        "The rule says D01.",
                        "21 CFR 1307.41",
                        "From January 1, 2026, through December 31, 2026",
                        "In force",
                        "Always");
        assertThat(page.select("main tbody tr").get(1).text())
                .contains("no end known", "claim, signing");
        assertThat(page.select("main tbody tr").get(2).text()).contains("Not asked yet");
        var notYet = desk.read("/compliance/rulebook?show=not-yet");
        assertThat(notYet.select("main tbody tr th .sw-id").eachText()).containsExactly("D04");
    }

    @Test
    void licensesStandInTheDoorsOrderWithWhatIsInTheWay() {
        var page = desk.read("/compliance/credentials");
        assertThat(page.select(".sw-title p").text())
                .contains("2 on file: 1 ended, 1 end within 60 days");
        assertThat(page.select("main tbody tr")).hasSize(2);
        assertThat(page.select("main tbody tr").first().text())
                .contains("Imre Castellane, MD", "Ended 2 days ago", "Medical license, Florida");
    }

    @Test
    void noLicenseIsSaidWithWhatFollowsFromIt() {
        when(credentialing.all()).thenReturn(List.of());
        var page =
                Desk.page(
                        desk.mvc().get().uri("/compliance/credentials").exchange(),
                        200,
                        "compliance-credentials-none");
        assertThat(page.select(".sw-empty").text()).contains("Nobody may prescribe or ship");
    }

    private static RowVersion row(
            String id, boolean enabled, Set<Moment> moments, LocalDate until) {
        return new RowVersion(
                view(id, enabled, moments, until), Moments.HOUSE, NOW, null, List.of(), null);
    }

    private static RowView view(String id, boolean enabled, Set<Moment> moments, LocalDate until) {
        return new RowView(
                id,
                1,
                "US",
                "The rule says " + id + ".",
                moments,
                "LAW",
                LocalDate.of(2026, 1, 1),
                until,
                "21 CFR 1307.41",
                "S01",
                "OPEN",
                LocalDate.of(2026, 11, 22),
                enabled,
                new Words("To the patient.", "To the prescriber.", "To operations."));
    }

    private static CredentialRow license(LocalDate until) {
        return new CredentialRow(
                CredentialId.next(),
                Holder.of(PhysicianId.next()),
                "Imre Castellane, MD",
                CredentialKind.LICENSE,
                UsState.FL,
                "ME 104 417",
                CredentialStatus.ACTIVE,
                until,
                ChronoUnit.DAYS.between(LocalDate.of(2026, 11, 23), until),
                null,
                NOW.minus(Duration.ofHours(5)),
                "Florida medical board",
                "",
                "");
    }

    private static KeptCheckpoint checkpoint(String fault) {
        return new KeptCheckpoint(17, "9f2c", NOW.minus(Duration.ofMinutes(3)), "note", fault);
    }
}
