package health.stillwater.licensing;

import static health.stillwater.licensing.Made.NEXT_SPRING;
import static health.stillwater.licensing.Made.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.util.ReflectionTestUtils;

/** What a credential does when its source speaks, falls silent, or its holder tells more. */
class CredentialTests {

    private final Credential license =
            Made.confirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);

    @Test
    void whatItsSourceSaysIsNewsOnlyWhenItIsNew() {
        license.hears(Made.says(CredentialStatus.ACTIVE), false, NOON.plusSeconds(1));
        assertThat(Made.news(license)).isEmpty();
        assertThat(changedAt()).isEqualTo(NOON);

        license.hears(
                Made.says(CredentialStatus.ACTIVE, Made.disciplined(), NOON),
                false,
                NOON.plusSeconds(2));

        assertThat(Made.news(license)).hasSize(1).first().isInstanceOf(CredentialVerified.class);
        assertThat(changedAt()).isEqualTo(NOON.plusSeconds(2));
    }

    @ParameterizedTest(name = "at second {0} after noon it is said to have changed at {1}")
    @CsvSource({"-1, 0", "0, 0", "1, 1"})
    void aChangeIsNeverEarlierThanTheLastOne(long second, long expected) {
        license.hears(Made.says(CredentialStatus.EXPIRED), false, NOON.plusSeconds(second));

        assertThat(changedAt()).isEqualTo(NOON.plusSeconds(expected));
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED", "REVOKED", "SURRENDERED", "EXPIRED", "NONE"})
    void whatWasGoodAndIsNoLongerIsALossOnce(CredentialStatus status) {
        license.hears(Made.says(status), false, NOON);
        license.hears(Made.says(status), false, NOON);

        assertThat(Made.news(license))
                .filteredOn(CredentialSuspended.class::isInstance)
                .containsExactly(
                        new CredentialSuspended(license.id(), Made.MARY, null, UsState.FL, NOON));
    }

    @Test
    void whatWasOverOrNeverGoodIsNotLost() {
        license.hears(Made.says(CredentialStatus.EXPIRED), true, NOON);
        assertThat(Made.news(license)).noneMatch(CredentialSuspended.class::isInstance);

        var untold = Made.unconfirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);
        untold.hears(Made.says(CredentialStatus.NONE), false, NOON);
        assertThat(Made.news(untold)).noneMatch(CredentialSuspended.class::isInstance);
    }

    @ParameterizedTest(name = "suspended from second {0}, heard at 0: lost {1}")
    @CsvSource({"-1, true", "0, true", "1, false"})
    void anAnnouncedSuspensionIsALossWhenItHasBegun(long from, boolean lost) {
        license.hears(
                Made.says(
                        CredentialStatus.ACTIVE, Made.suspendedFrom(NOON.plusSeconds(from)), NOON),
                false,
                NOON);

        assertThat(Made.news(license).stream().anyMatch(CredentialSuspended.class::isInstance))
                .isEqualTo(lost);
    }

    @Test
    void nobodyStandsOnABoardCertification() {
        var board = Made.confirmed(CredentialKind.BOARD_CERTIFICATION, UsState.FL, NEXT_SPRING);
        board.isLost(NOON);

        assertThat(Made.news(board)).isEmpty();
    }

    @Test
    void aSilenceIsNewsOnceAndLastsUntilItsSourceSpeaks() {
        license.hearsNothing(NOON);
        license.hearsNothing(NOON.plusSeconds(60));
        assertThat(license.silentSince()).isEqualTo(NOON);
        assertThat(Made.news(license))
                .hasSize(1)
                .first()
                .isEqualTo(new LicensingBoardSilent(license.id(), NOON));
        assertThat(license.statusAt(NOON)).isEqualTo(CredentialStatus.ACTIVE);

        license.hears(Made.says(CredentialStatus.ACTIVE), false, NOON);
        assertThat(license.silentSince()).isNull();
    }

    @ParameterizedTest(name = "an answer of second {0} is older: {1}")
    @CsvSource({"-1, true", "0, false", "1, false"})
    void anOlderAnswerIsKnownBetter(long second, boolean older) {
        var answer =
                Made.says(
                        CredentialStatus.ACTIVE,
                        BoardAnswer.Details.NONE,
                        NOON.plusSeconds(second));

        assertThat(license.knowsBetterThan(answer)).isEqualTo(older);
        assertThat(
                        Made.unconfirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING)
                                .knowsBetterThan(answer))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2027-03-30", "2027-03-31"})
    void aRenewalEndsLaterThanWhatItRenews(LocalDate through) {
        assertThatThrownBy(() -> license.isRenewed(through, NOON))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("later");
    }

    @Test
    void aRenewalCountsForNothingUntilItsSourceSaysSo() {
        license.isRenewed(LocalDate.of(2027, 4, 1), NOON);

        assertThat(license.end()).contains(NEXT_SPRING);
        assertThat(license.stand().renewalUntil()).isEqualTo(LocalDate.of(2027, 4, 1));
        assertThat(Made.news(license))
                .hasSize(1)
                .first()
                .isEqualTo(new CredentialRenewalRecorded(license.id(), NOON));
    }

    @Test
    void whatHasNoLastDayIsNotRenewed() {
        var profile = Made.confirmed(CredentialKind.FLORIDA_PROFILE, UsState.FL, null);

        assertThatThrownBy(() -> profile.isRenewed(NEXT_SPRING, NOON))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("no last day");
        assertThat(profile.end()).isEmpty();
    }

    @Test
    void nothingOfAnOldNumberCountsForTheNewOne() {
        license.hearsNothing(NOON);
        Made.forgetNews(license);
        var next = Made.told(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);
        license.isReplaced(next, NOON);

        assertThat(license.statusAt(NOON)).isNull();
        assertThat(license.seenAt()).isNull();
        assertThat(license.source()).isNull();
        assertThat(license.silentSince()).isNull();
        assertThat(license.question().number()).isEqualTo(next.number());
        assertThat(Made.news(license))
                .containsExactly(
                        new CredentialRecorded(license.id(), NOON),
                        new CredentialSuspended(license.id(), Made.MARY, null, UsState.FL, NOON));
    }

    @Test
    void whatWasNotGoodIsNotLostByANewNumber() {
        var untold = Made.unconfirmed(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING);
        untold.isReplaced(Made.told(CredentialKind.LICENSE, UsState.FL, NEXT_SPRING), NOON);

        assertThat(Made.news(untold)).containsExactly(new CredentialRecorded(untold.id(), NOON));
    }

    @ParameterizedTest
    @CsvSource({"LICENSE, NJ", "CDS, FL"})
    void anotherKindOrStateTakesNobodysPlace(CredentialKind kind, UsState state) {
        var other = Made.told(kind, state, NEXT_SPRING);

        assertThatThrownBy(() -> license.isReplaced(other, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itKnowsWhatAndWhoseItIs() {
        license.isAsked(NOON);
        license.isRecorded(NOON);

        assertThat(ReflectionTestUtils.getField(license, "askedAt")).isEqualTo(NOON);
        assertThat(Made.news(license)).containsExactly(new CredentialRecorded(license.id(), NOON));
        assertThat(license.holder()).isEqualTo(Holder.of(Made.MARY));
        assertThat(license.physician()).isEqualTo(Made.MARY);
        assertThat(license.seenAt()).isEqualTo(NOON);
        assertThat(license.source()).isEqualTo("The board");
        assertThat(license.isOf(CredentialKind.LICENSE, UsState.FL)).isTrue();
        assertThat(license.isOf(CredentialKind.LICENSE, UsState.NJ)).isFalse();
        assertThat(license.isOf(CredentialKind.DEA, UsState.FL)).isFalse();
        assertThat(license.question().where()).isEqualTo("FL");
        assertThat(license.heldAt(NOON))
                .isEqualTo(new Held(CredentialKind.LICENSE, UsState.FL, license.stand(), NOON));
    }

    @Test
    void aPharmacysIsThePharmacys() {
        var held = Made.confirmed(CredentialKind.PHARMACY_DEA, UsState.NJ, NEXT_SPRING);

        assertThat(held.pharmacy()).isEqualTo(Made.HARBOR);
        assertThat(held.physician()).isNull();
    }

    @Test
    void aNumberThatCouldNotBeOneIsNotTakenIn() {
        var told = new NewCredential.FloridaProfile("no number; at all", Made.BEGINNING, null);

        assertThatThrownBy(() -> Made.unconfirmed(told))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no number");
    }

    private Instant changedAt() {
        return (Instant) ReflectionTestUtils.getField(license, "changedAt");
    }
}
