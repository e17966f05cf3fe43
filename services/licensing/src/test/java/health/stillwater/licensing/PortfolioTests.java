package health.stillwater.licensing;

import static health.stillwater.licensing.Made.MARY;
import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.Verdict;
import health.stillwater.rulebook.Words;
import health.stillwater.testing.Actors;
import health.stillwater.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the way of using a credential, in words. */
class PortfolioTests {

    private final TestClock clock = new TestClock();
    private final Rulebook rulebook = Made.rulebook();
    private final SigningAccesses accesses = mock(SigningAccesses.class);
    private final Portfolio portfolio =
            new Portfolio(new Standing(rulebook, accesses, clock), accesses, rulebook, clock);

    @BeforeEach
    void everyRulePasses() {
        judging();
        when(rulebook.freshness(anyString(), any())).thenReturn(Optional.empty());
        when(accesses.findFirstByPhysicianAndEnteredAtLessThanEqualOrderByEnteredAtDesc(
                        any(), any()))
                .thenReturn(Optional.empty());
        when(accesses.findByPhysicianOrderByEnteredAtDesc(MARY)).thenReturn(List.of());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-24T04:59:59Z, 'It begins on November 24, 2026.'",
        "2026-11-24T05:00:00Z, ''",
        "2028-03-01T04:59:59Z, ''",
        "2028-03-01T05:00:00Z, 'It ended on February 29, 2028.'"
    })
    void aCredentialCountsFromItsFirstDayThroughItsLast(Instant at, String missing) {
        var told =
                Made.told(
                        CredentialKind.LICENSE,
                        UsState.FL,
                        LocalDate.of(2026, 11, 24),
                        LocalDate.of(2028, 2, 29));
        clock.standsAt(at);

        assertThat(portfolio.missing(Made.confirmed(told))).isEqualTo(missing);
    }

    @ParameterizedTest(name = "seen {0} seconds ago, at most 3600: old {1}")
    @CsvSource({"3599, false", "3600, false", "3601, true"})
    void aConfirmationGrowsOld(long ago, boolean old) {
        when(rulebook.freshness("license", Moment.SIGNING))
                .thenReturn(Optional.of(Duration.ofHours(1)));
        var license = confirmed(CredentialKind.LICENSE);
        clock.standsAt(NOON.plusSeconds(ago));

        assertThat(portfolio.missing(license))
                .isEqualTo(old ? "Its source did not confirm it lately." : "");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "LICENSE, license",
        "TELEHEALTH_REGISTRATION, license",
        "DEA, dea",
        "CDS, cds",
        "FLORIDA_PROFILE, floridaProfile",
        "SIGNING_CREDENTIAL, epcs",
        "PHARMACY_LICENSE, pharmacy",
        "PHARMACY_REGISTRATION, pharmacy",
        "PHARMACY_DEA, pharmacy",
        "ORGANIZATION_REGISTRATION, organisation",
        "BOARD_CERTIFICATION, boardCertification"
    })
    void eachKindGrowsOldByALimitOfItsOwn(CredentialKind kind, String limit) {
        when(rulebook.freshness(limit, Moment.SIGNING)).thenReturn(Optional.of(Duration.ZERO));
        clock.standsAt(NOON.plusSeconds(1));

        assertThat(portfolio.missing(confirmed(kind))).contains("lately");
    }

    @Test
    void whatWasNotConfirmedSaysWhetherItsSourceIsSilent() {
        var untold = Made.unconfirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);
        assertThat(portfolio.missing(untold)).isEqualTo("Not confirmed at its source yet.");
        untold.hearsNothing(NOON);
        assertThat(portfolio.missing(untold)).startsWith("Its source does not answer.");
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, expired",
        "SUSPENDED, suspended",
        "REVOKED, revoked",
        "SURRENDERED, surrendered",
        "NONE, there is no such credential"
    })
    void whatItsSourceTookAwaySaysSo(CredentialStatus status, String words) {
        var license = confirmed(CredentialKind.LICENSE);
        license.hears(Made.says(status), false, NOON);

        assertThat(portfolio.missing(license)).isEqualTo("Its source says: " + words + ".");
        assertThat(Portfolio.words(CredentialStatus.ACTIVE)).isEqualTo("active");
    }

    @ParameterizedTest(name = "second {0}: {1}")
    @CsvSource({"-1, ''", "0, 'Its source says: suspended.'", "1, 'Its source says: suspended.'"})
    void anAnnouncedSuspensionIsSaidFromItsInstantOn(long second, String missing) {
        var license = confirmed(CredentialKind.LICENSE);
        license.hears(
                Made.says(CredentialStatus.ACTIVE, Made.suspendedFrom(NOON), NOON), false, NOON);
        clock.standsAt(NOON.plusSeconds(second));

        assertThat(portfolio.missing(license)).isEqualTo(missing);
    }

    @Test
    void disciplineAndUnknownDaysAreSaid() {
        var license = confirmed(CredentialKind.LICENSE);
        license.hears(Made.says(CredentialStatus.ACTIVE, Made.disciplined(), NOON), false, NOON);

        assertThat(portfolio.missing(license)).isEqualTo("Its source reports discipline.");
        assertThat(
                        portfolio.missing(
                                Made.confirmed(CredentialKind.LICENSE, UsState.CA, NEXT_SPRING)))
                .isEqualTo("The rules do not say where its days end.");
    }

    @Test
    void aRowShowsWhatIsKnown() {
        var license = confirmed(CredentialKind.LICENSE);
        var later = NEXT_SPRING.plusYears(2);
        license.isRenewed(later, NOON);

        var row = portfolio.row(license, "Mary Salt");
        assertThat(row)
                .isEqualTo(
                        new CredentialRow(
                                license.id(),
                                Holder.of(MARY),
                                "Mary Salt",
                                CredentialKind.LICENSE,
                                UsState.FL,
                                license.stand().number(),
                                CredentialStatus.ACTIVE,
                                NEXT_SPRING,
                                127L,
                                later,
                                NOON,
                                "The board",
                                "",
                                ""));
        assertThat(row.title()).isEqualTo("Medical license, Florida");
        assertThat(portfolio.row(confirmed(CredentialKind.SIGNING_CREDENTIAL), "Mary").title())
                .isEqualTo("Signing credential");
    }

    @Test
    void whatIsNotWrongAndWorthKnowingIsANote() {
        assertThat(noteOn(confirmed(CredentialKind.DEA), "Mary Quist")).contains("second letter");
        assertThat(noteOn(confirmed(CredentialKind.DEA), "Mary Salt")).isEmpty();
        assertThat(noteOn(confirmed(CredentialKind.LICENSE), "Mary Quist")).isEmpty();
        assertThat(noteOn(confirmed(CredentialKind.BOARD_CERTIFICATION), "Mary"))
                .isEqualTo("Psychiatry, American Board");
    }

    @ParameterizedTest
    @CsvSource({
        ", , ''",
        "true, , 'Names a prescriber of controlled substances for chronic pain.'",
        "false, , 'Does not name a prescriber of controlled substances for chronic pain.'",
        "true, anesthesiology, 'Names a prescriber of controlled substances for chronic pain."
                + " Exempt from the pain standards: anesthesiology.'"
    })
    void aProfileIsReadOut(Boolean designated, String exemption, String note) {
        var profile = confirmed(CredentialKind.FLORIDA_PROFILE);
        profile.hears(
                Made.says(CredentialStatus.ACTIVE, Made.profile(designated, exemption), NOON),
                false,
                NOON);

        assertThat(noteOn(profile, "Mary")).isEqualTo(note);
    }

    @Test
    void whatTheRulesSayStandsBesideEachCredential() {
        judging("D05", "D06", "D07", "D20");
        var license = confirmed(CredentialKind.LICENSE);
        var dea = Made.unconfirmed(CredentialKind.DEA, UsState.FL, NEXT_SPRING);
        var mary = Made.mary();
        var view =
                portfolio.of(
                        mary,
                        List.of(
                                license,
                                dea,
                                confirmed(CredentialKind.FLORIDA_PROFILE),
                                confirmed(CredentialKind.SIGNING_CREDENTIAL)));

        assertThat(view.credentials())
                .extracting(CredentialRow::missing)
                .containsExactly("D05 says no.", "Not confirmed at its source yet.", "", "");
        assertThat(view.missing()).containsExactly("Controlled substance registration in Florida");
        assertThat(view.servable()).isEmpty();
        assertThat(view.physician()).isEqualTo(MARY);
        assertThat(view.npi()).isEqualTo(mary.npi());
    }

    @Test
    void whatIsNeededAndWasNeverRegisteredIsMissing() {
        judging("D06");
        var missing = portfolio.of(Made.mary(), List.of(confirmed(CredentialKind.LICENSE)));
        assertThat(missing.missing()).containsExactly("DEA registration in Florida");

        judging();
        var view = portfolio.of(Made.mary(), List.of(confirmed(CredentialKind.LICENSE)));
        assertThat(view.missing()).isEmpty();
        assertThat(view.servable()).containsExactly(UsState.FL);
    }

    @Test
    void eachStepToSigningIsSaid() {
        assertThat(signing()).isEqualTo("Nobody has entered signing access for you.");
        var access = new SigningAccess(MARY, Actors.staff(Actor.Kind.COMPLIANCE), NOON);
        when(accesses.findByPhysicianOrderByEnteredAtDesc(MARY)).thenReturn(List.of(access));
        assertThat(signing()).startsWith("Signing access waits for the approval");
        access.isApproved(Actors.physician(PhysicianId.next()), "AB1234563", NOON, NOON);
        assertThat(signing()).startsWith("No signing credential");
        assertThat(signing(confirmed(CredentialKind.LICENSE))).startsWith("No signing credential");
        assertThat(signing(confirmed(CredentialKind.SIGNING_CREDENTIAL))).isEmpty();
        access.isRevoked("left", "staff", NOON);
        assertThat(signing()).isEqualTo("Signing access was revoked: left");
    }

    private String signing(Credential... held) {
        return portfolio.of(Made.mary(), List.of(held)).signing();
    }

    private String noteOn(Credential credential, String holder) {
        return portfolio.row(credential, holder).note();
    }

    private static Credential confirmed(CredentialKind kind) {
        return Made.confirmed(kind, UsState.FL, NEXT_SPRING);
    }

    /** Everywhere and always, these rows do not pass. */
    private void judging(String... stops) {
        var verdicts =
                Stream.of(stops)
                        .map(
                                row ->
                                        new Verdict(
                                                row,
                                                1,
                                                Answer.FAIL,
                                                row + " says no.",
                                                new Words("", "", "")))
                        .toList();
        when(rulebook.judge(any(), any(), any()))
                .thenReturn(new Judgement(Moment.QUEUE, NOON, "1", verdicts, ""));
    }
}
