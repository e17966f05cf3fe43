package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Before something ends it is told, each time once; and when it has ended, it is told that it has.
 */
class EndingRoomTests extends LicensingRoom {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 31);

    @Test
    void eachWarningIsToldOnceAtTheBeginningOfItsDay() {
        var physician = aPhysician("Wanda", license(UsState.FL, LAST_DAY));
        eachIsConfirmed(physician);

        watchedAt("2026-12-31T04:59:59Z"); // the evening 91 days before
        assertThat(warningsOf(physician)).isEmpty();
        watchedAt("2026-12-31T05:00:00Z");
        assertThat(warningsOf(physician)).containsExactly(90);
        endingsAreWatched();
        watchedAt("2027-01-29T17:00:00Z");
        assertThat(warningsOf(physician)).containsExactly(90);
        watchedAt("2027-01-30T17:00:00Z");
        watchedAt("2027-03-01T05:00:00Z");
        watchedAt("2027-03-24T03:59:59Z"); // daylight saving time since March 14
        assertThat(warningsOf(physician)).containsExactly(90, 60, 30);
        watchedAt("2027-03-24T04:00:00Z");
        assertThat(warningsOf(physician)).containsExactly(90, 60, 30, 7);
        watchedAt("2027-03-31T17:00:00Z");
        endingsAreWatched();
        assertThat(warningsOf(physician)).containsExactly(90, 60, 30, 7);
        assertThat(lossesOf(physician)).isZero();
    }

    @Test
    void whoComesLateIsToldTheNearestOnly() {
        var physician = aPhysician("Wendy", license(UsState.FL, LocalDate.of(2026, 12, 18)));
        eachIsConfirmed(physician);
        endingsAreWatched();
        endingsAreWatched();

        assertThat(warningsOf(physician)).containsExactly(30);
    }

    @Test
    void aRenewedEndIsWarnedOfAnew() {
        var license = license(UsState.FL, LocalDate.of(2026, 12, 1));
        var physician = aPhysician("Wilma", license);
        eachIsConfirmed(physician);
        endingsAreWatched();
        board.renews("license", "FL", license.number(), LocalDate.of(2026, 12, 31));
        asksAll(physician);
        endingsAreWatched();

        assertThat(warningsOf(physician)).containsExactly(7, 60);
    }

    @Test
    void theEndOfTheLastDayIsNewsOnceAndTheSourceSayingSoIsNot() {
        var license = license(UsState.FL, LocalDate.of(2026, 12, 1));
        var physician = aPhysician("Wanja", license, dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        watchedAt("2026-12-02T04:59:59Z");
        assertThat(lossesOf(physician)).isZero();
        watchedAt("2026-12-02T05:00:00Z");
        endingsAreWatched();
        assertThat(lossesOf(physician)).isEqualTo(1);
        board.letsExpire("license", "FL", license.number(), LocalDate.of(2026, 12, 1));
        asksAll(physician);
        endingsAreWatched();
        assertThat(lossesOf(physician)).isEqualTo(1);
    }

    @Test
    void anAnnouncedSuspensionTakesEffectAtItsInstantAndIsNews() {
        var license = license(UsState.FL, NEXT_SPRING);
        var noon = Instant.parse("2026-11-25T17:00:00Z");
        board.announcesSuspension("license", "FL", license.number(), noon);
        var physician = aPhysician("Wilbur", license, dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);
        assertThat(servableBy(physician)).containsExactly(UsState.FL);

        watchedAt("2026-11-25T16:59:59Z");
        assertThat(servableBy(physician)).containsExactly(UsState.FL);
        assertThat(lossesOf(physician)).isZero();
        watchedAt("2026-11-25T17:00:00Z");
        assertThat(servableBy(physician)).isEmpty();
        assertThat(row(physician, CredentialKind.LICENSE).missing())
                .isEqualTo("Its source says: suspended.");
        endingsAreWatched();
        assertThat(lossesOf(physician)).isEqualTo(1);
    }

    @Test
    void anAnnouncedSuspensionOfADeaRegistrationStopsThoughItsFactsHaveNoSuchInstant() {
        var dea = dea(UsState.FL, NEXT_SPRING);
        var noon = clock.instant().plus(Duration.ofHours(1));
        board.announcesSuspension("dea", "FL", dea.number(), noon);
        var physician = aPhysician("Willa", license(UsState.FL, NEXT_SPRING), dea);
        eachIsConfirmed(physician);

        clock.standsAt(noon.minusSeconds(1));
        assertThat(servableBy(physician)).containsExactly(UsState.FL);
        clock.standsAt(noon);
        assertThat(servableBy(physician)).isEmpty();
    }

    private void watchedAt(String instant) {
        clock.standsAt(Instant.parse(instant));
        endingsAreWatched();
    }

    private List<Integer> warningsOf(PhysicianId physician) {
        return news.of(CredentialEnding.class)
                .filter(ending -> Objects.equals(ending.physician(), physician))
                .map(CredentialEnding::days)
                .toList();
    }

    private long lossesOf(PhysicianId physician) {
        return news.of(CredentialSuspended.class)
                .filter(lost -> Objects.equals(lost.physician(), physician))
                .count();
    }
}
