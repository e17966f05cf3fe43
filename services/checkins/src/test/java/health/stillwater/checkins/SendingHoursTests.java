package health.stillwater.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingHoursTests {

    static final ZoneId MIAMI = ZoneId.of("America/New_York");
    static final ZoneId ESCAMBIA = ZoneId.of("America/Chicago");

    final SendingHours hours = new SendingHours(LocalTime.of(8, 0), LocalTime.of(20, 0));

    @ParameterizedTest
    @CsvSource({
        // The same instant is in the hours of one patient and in the night of the other.
        "2026-11-24T12:59:59Z, false, false",
        "2026-11-24T13:00:00Z, true,  false",
        "2026-11-24T13:59:59Z, true,  false",
        "2026-11-24T14:00:00Z, true,  true",
        "2026-11-25T00:59:59Z, true,  true",
        "2026-11-25T01:00:00Z, false, true",
        "2026-11-25T01:59:59Z, false, true",
        "2026-11-25T02:00:00Z, false, false",
    })
    void openInTheMorningAndCloseInTheEveningOfThePatient(
            Instant at, boolean inMiami, boolean inEscambia) {
        assertThat(hours.openAt(at, MIAMI)).isEqualTo(inMiami);
        assertThat(hours.openAt(at, ESCAMBIA)).isEqualTo(inEscambia);
    }

    @ParameterizedTest
    @CsvSource({
        // Spring forward, 8 March 2026: 8:00 in Miami is 12:00 UTC from that morning on.
        "2026-03-08T06:30:00Z, 2026-03-08T12:00:00Z, 2026-03-08T13:00:00Z",
        "2026-03-08T11:59:59Z, 2026-03-08T12:00:00Z, 2026-03-08T13:00:00Z",
        // The evening before still closes at 20:00 standard time.
        "2026-03-08T01:00:00Z, 2026-03-08T12:00:00Z, 2026-03-08T01:00:00Z",
        // Fall back, 1 November 2026: 8:00 in Miami is 13:00 UTC again.
        "2026-11-01T05:30:00Z, 2026-11-01T13:00:00Z, 2026-11-01T14:00:00Z",
        "2026-11-01T12:30:00Z, 2026-11-01T13:00:00Z, 2026-11-01T14:00:00Z",
        "2026-11-01T00:00:00Z, 2026-11-01T13:00:00Z, 2026-11-01T00:00:00Z",
    })
    void keepTheWallClockOnTheDaysItJumps(Instant at, Instant inMiami, Instant inEscambia) {
        assertThat(hours.nextOpen(at, MIAMI)).isEqualTo(inMiami);
        assertThat(hours.nextOpen(at, ESCAMBIA)).isEqualTo(inEscambia);
    }

    @Test
    void letANoonTextGoAtOnce() {
        var noon = Instant.parse("2026-11-24T17:00:00Z");

        assertThat(hours.nextOpen(noon, MIAMI)).isEqualTo(noon);
        assertThat(hours.leftAt(noon, MIAMI)).isEqualTo(Duration.ofHours(8));
        assertThat(hours.leftAt(noon, ESCAMBIA)).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void leaveNothingInTheNight() {
        assertThat(hours.leftAt(Instant.parse("2026-11-25T03:00:00Z"), MIAMI)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-07, 2026-03-07T15:00:00Z, 2026-03-07T16:00:00Z",
        "2026-03-08, 2026-03-08T14:00:00Z, 2026-03-08T15:00:00Z",
        "2026-10-31, 2026-10-31T14:00:00Z, 2026-10-31T15:00:00Z",
        "2026-11-01, 2026-11-01T15:00:00Z, 2026-11-01T16:00:00Z",
    })
    void planTenOClockOnThePatientsClock(LocalDate day, Instant inMiami, Instant inEscambia) {
        assertThat(SendingHours.on(day, LocalTime.of(10, 0), MIAMI)).isEqualTo(inMiami);
        assertThat(SendingHours.on(day, LocalTime.of(10, 0), ESCAMBIA)).isEqualTo(inEscambia);
    }
}
