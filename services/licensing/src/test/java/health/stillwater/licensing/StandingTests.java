package health.stillwater.licensing;

import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.Verdict;
import health.stillwater.rulebook.Words;
import health.stillwater.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a credential's days begin and end, and where its holder may act. */
class StandingTests {

    private final TestClock clock = new TestClock();
    private final Rulebook rulebook = Made.rulebook();
    private final SigningAccesses accesses = mock(SigningAccesses.class);
    private final Standing standing = new Standing(rulebook, accesses, clock);

    @BeforeEach
    void nobodyHasSigningAccess() {
        when(accesses.findFirstByPhysicianAndEnteredAtLessThanEqualOrderByEnteredAtDesc(
                        any(), any()))
                .thenReturn(Optional.empty());
    }

    @ParameterizedTest(name = "{0} in {1}: {2} ends at {3}")
    @CsvSource({
        "LICENSE, FL, 2026-11-30, 2026-12-01T05:00:00Z", // an ordinary month's end
        "LICENSE, FL, 2026-12-31, 2027-01-01T05:00:00Z", // the year's
        "LICENSE, NJ, 2027-01-31, 2027-02-01T05:00:00Z", // the 31st
        "LICENSE, FL, 2027-02-28, 2027-03-01T05:00:00Z", // February of a common year
        "LICENSE, FL, 2028-02-28, 2028-02-29T05:00:00Z", // the day before a leap day
        "LICENSE, FL, 2028-02-29, 2028-03-01T05:00:00Z", // a leap day
        "LICENSE, FL, 2027-03-13, 2027-03-14T05:00:00Z", // the day before clocks go forward
        "LICENSE, FL, 2027-03-14, 2027-03-15T04:00:00Z", // a day of 23 hours
        "LICENSE, FL, 2027-11-06, 2027-11-07T04:00:00Z", // the day before they go back
        "LICENSE, FL, 2027-11-07, 2027-11-08T05:00:00Z", // a day of 25 hours
        "LICENSE, TX, 2026-12-31, 2027-01-01T06:00:00Z", // Central time
        "DEA, TX, 2026-12-31, 2027-01-01T05:00:00Z", // by federal time, not the state's
        "PHARMACY_DEA, TX, 2026-12-31, 2027-01-01T05:00:00Z",
        "BOARD_CERTIFICATION, TX, 2026-12-31, 2027-01-01T05:00:00Z",
        "SIGNING_CREDENTIAL, TX, 2026-12-31, 2027-01-01T05:00:00Z",
        "CDS, NJ, 2027-03-14, 2027-03-15T04:00:00Z"
    })
    void aLastDayEndsWhereItCounts(
            CredentialKind kind, UsState state, LocalDate lastDay, Instant end) {
        var credential = Made.unconfirmed(kind, state, lastDay);
        assertThat(standing.endOf(credential)).contains(end);

        clock.standsAt(end.minusNanos(1));
        assertThat(standing.daysLeft(credential)).contains(0L);
        assertThat(standing.isOver(credential)).isFalse();
        assertThat(standing.today(credential)).contains(lastDay);
        clock.standsAt(end);
        assertThat(standing.daysLeft(credential)).contains(-1L);
        assertThat(standing.isOver(credential)).isTrue();
        clock.standsAt(end.minus(Duration.ofHours(26)));
        assertThat(standing.daysLeft(credential)).contains(1L);
    }

    @Test
    void whatHasNoLastDayIsNeverOver() {
        var forLife = Made.unconfirmed(CredentialKind.BOARD_CERTIFICATION, UsState.FL, null);

        assertThat(standing.endOf(forLife)).isEmpty();
        assertThat(standing.daysLeft(forLife)).isEmpty();
        assertThat(standing.isOver(forLife)).isFalse();
    }

    @Test
    void whereNobodyKnowsTheDaysNothingEndsAndNothingBegins() {
        var abroad = Made.confirmed(CredentialKind.LICENSE, UsState.CA, NEXT_SPRING);

        assertThat(standing.endOf(abroad)).isEmpty();
        assertThat(standing.today(abroad)).isEmpty();
        assertThat(standing.isOver(abroad)).isFalse();
        assertThat(licensesOf(List.of(abroad))).isEqualTo("[]");
    }

    @ParameterizedTest(name = "{0}: known of {1}")
    @CsvSource({
        "2026-11-24T04:59:59.999999999Z, false",
        "2026-11-24T05:00:00Z, true",
        "2026-11-25T05:00:00Z, true"
    })
    void aFirstDayCountsFromItsBeginning(Instant at, boolean known) {
        var told =
                Made.told(
                        CredentialKind.LICENSE,
                        UsState.FL,
                        LocalDate.of(2026, 11, 24),
                        NEXT_SPRING);
        clock.standsAt(at);

        assertThat(licensesOf(List.of(Made.confirmed(told)))).isEqualTo(known ? "[FL]" : "[]");
    }

    @ParameterizedTest(name = "seen {0} seconds ago, at most 120: known {1}")
    @CsvSource({"119, true", "120, true", "121, false"})
    void whatIsSignedWithMustBeKnownAsLatelyAsTheRulesWant(long ago, boolean known) {
        when(rulebook.freshness("epcs", Moment.CLAIM))
                .thenReturn(Optional.of(Duration.ofSeconds(120)));
        var signing = Made.confirmed(CredentialKind.SIGNING_CREDENTIAL, UsState.FL, NEXT_SPRING);
        clock.standsAt(NOON.plusSeconds(ago));

        assertThat(standing.isKnown(signing.heldAt(clock.instant()))).isEqualTo(known);
    }

    @Test
    void whatWasNeverAskedOrHasNoLimitIsNotKnown() {
        var signing = Made.confirmed(CredentialKind.SIGNING_CREDENTIAL, UsState.FL, NEXT_SPRING);
        when(rulebook.freshness("epcs", Moment.CLAIM)).thenReturn(Optional.empty());
        assertThat(standing.isKnown(signing.heldAt(NOON))).isFalse();

        when(rulebook.freshness("epcs", Moment.CLAIM)).thenReturn(Optional.of(Duration.ofDays(1)));
        assertThat(standing.isKnown(signing.heldAt(NOON))).isTrue();
        var unasked = Made.unconfirmed(CredentialKind.SIGNING_CREDENTIAL, UsState.FL, NEXT_SPRING);
        assertThat(standing.isKnown(unasked.heldAt(NOON))).isFalse();
    }

    @Test
    void onlyTheRulesAboutPrescribersKeepThemFromAState() {
        judging(Moment.QUEUE, "FL", "D05");
        judging(Moment.QUEUE, "NJ", "D20");
        var held =
                List.of(
                        Made.confirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING),
                        Made.confirmed(
                                CredentialKind.TELEHEALTH_REGISTRATION, UsState.NJ, NEXT_SPRING),
                        Made.confirmed(CredentialKind.DEA, UsState.TX, NEXT_SPRING),
                        Made.confirmed(CredentialKind.BOARD_CERTIFICATION, UsState.FL, null));

        assertThat(Standing.placesOf(held)).containsExactly(UsState.FL, UsState.NJ);
        assertThat(standing.statesOf(Made.mary(), held)).containsExactly(UsState.NJ);
        assertThat(standing.hindrances(Facts.none(), UsState.FL))
                .extracting(Verdict::row)
                .containsExactly("D05");
    }

    @Test
    void onlyTheRuleAboutPharmaciesKeepsThemFromAState() {
        judging(Moment.CLAIM, "FL", "D32");
        judging(Moment.CLAIM, "NJ", "D05");
        judging(Moment.CLAIM, "TX");
        var held =
                List.of(
                        Made.confirmed(
                                CredentialKind.PHARMACY_REGISTRATION, UsState.FL, NEXT_SPRING),
                        Made.confirmed(CredentialKind.PHARMACY_LICENSE, UsState.NJ, NEXT_SPRING),
                        Made.confirmed(CredentialKind.PHARMACY_DEA, UsState.TX, NEXT_SPRING));

        assertThat(standing.statesOf(Made.harbor(), held)).containsExactly(UsState.NJ);
        assertThat(Objects.requireNonNull(standing.factsOf(Made.harbor(), held).pharmacy()).dea())
                .isNull();
    }

    @Test
    void aDeaRegistrationIsInForceWhereItsRulePassesAtSigning() {
        var elsewhere = Made.confirmed(CredentialKind.DEA, UsState.FL, NEXT_SPRING);
        var good = Made.confirmed(CredentialKind.DEA, UsState.NJ, NEXT_SPRING);
        var license = Made.confirmed(CredentialKind.LICENSE, UsState.NJ, NEXT_SPRING);
        judging(Moment.SIGNING, "FL", "D06");
        judging(Moment.SIGNING, "NJ", "D05");

        assertThat(standing.deaInForce(Made.mary(), List.of(license, elsewhere, good)))
                .contains(good);
        assertThat(standing.deaInForce(Made.mary(), List.of(license, elsewhere))).isEmpty();
    }

    @Test
    void theOrganizationsRegistrationsAreFacts() {
        var held =
                Made.confirmed(CredentialKind.ORGANIZATION_REGISTRATION, UsState.NJ, NEXT_SPRING);
        var organization =
                new Organization(
                        new NewOrganization(Made.STILLWATER, "Stillwater", List.of()), NOON);

        var facts =
                Objects.requireNonNull(
                        standing.factsOf(organization, List.of(held)).organisation());
        assertThat(facts.registrations()).containsOnlyKeys("NJ");
    }

    private String licensesOf(List<Credential> held) {
        var prescriber = Objects.requireNonNull(standing.factsOf(Made.mary(), held).prescriber());
        return String.valueOf(Objects.requireNonNull(prescriber.licenses()).keySet());
    }

    /** At this moment, in this state, these rows do not pass. */
    private void judging(Moment moment, String state, String... stops) {
        var verdicts =
                List.of(stops).stream()
                        .map(row -> new Verdict(row, 1, Answer.FAIL, row, new Words("", "", "")))
                        .toList();
        when(rulebook.judge(
                        org.mockito.ArgumentMatchers.eq(moment),
                        any(),
                        org.mockito.ArgumentMatchers.argThat(facts -> isIn(facts, state))))
                .thenReturn(new Judgement(moment, NOON, "1", verdicts, ""));
    }

    private static boolean isIn(Facts facts, String state) {
        return facts != null && facts.location() != null && state.equals(facts.location().state());
    }
}
