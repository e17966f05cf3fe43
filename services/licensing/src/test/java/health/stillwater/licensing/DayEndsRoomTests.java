package health.stillwater.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Answer;
import health.stillwater.rulebook.LocationFacts;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The last instant of a last day, and the first one after it, where days are not like others. */
class DayEndsRoomTests extends LicensingRoom {

    @Autowired Rulebook rulebook;

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
        "DEA, FL, 2026-12-31, 2027-01-01T05:00:00Z", // by federal time
        "DEA, TX, 2026-12-31, 2027-01-01T05:00:00Z", // by federal time, not the state's
        "CDS, NJ, 2027-03-14, 2027-03-15T04:00:00Z"
    })
    void aLastDayEndsWhereItCounts(
            CredentialKind kind, UsState state, LocalDate lastDay, Instant end) {
        var held =
                switch (kind) {
                    case DEA -> dea(state, lastDay);
                    case CDS -> cds(state, lastDay);
                    default -> license(state, lastDay);
                };
        var physician = aPhysician("Dora", held);

        clock.standsAt(end.minusSeconds(1));
        assertThat(row(physician, kind).daysLeft()).isZero();
        clock.standsAt(end);
        assertThat(row(physician, kind).daysLeft()).isEqualTo(-1);
        clock.standsAt(end.minusSeconds(1).minusSeconds(86_400 + 3_600));
        assertThat(row(physician, kind).daysLeft()).isPositive();
    }

    @Test
    void aStateWhoseDaysNobodyKnowsEndsNowhere() {
        var physician = aPhysician("Dana", license(UsState.CA, NEXT_SPRING));
        eachIsConfirmed(physician);

        var row = row(physician, CredentialKind.LICENSE);
        assertThat(row.daysLeft()).isNull();
        assertThat(row.missing()).isEqualTo("The rules do not say where its days end.");
        assertThat(prescriber(physician).licenses()).isEmpty();
    }

    @Test
    void whatIsNationalEndsByFederalTime() {
        var physician =
                aPhysician("Dolf", boardCertification("Psychiatry", LocalDate.of(2026, 12, 31)));
        clock.standsAt(Instant.parse("2027-01-01T04:59:59Z"));
        assertThat(row(physician, CredentialKind.BOARD_CERTIFICATION).daysLeft()).isZero();
        clock.standsAt(Instant.parse("2027-01-01T05:00:00Z"));
        assertThat(row(physician, CredentialKind.BOARD_CERTIFICATION).daysLeft()).isEqualTo(-1);
    }

    /** In Pensacola it is still 11 in the evening of the last day; the state's day is over. */
    @Test
    void aPatientInThePanhandleIsJudgedByTheStatesDay() {
        var physician =
                aPhysician(
                        "Dina",
                        license(UsState.FL, LocalDate.of(2026, 11, 25)),
                        dea(UsState.FL, NEXT_SPRING));
        eachIsConfirmed(physician);

        clock.standsAt(Instant.parse("2026-11-26T04:59:59Z"));
        assertThat(inPensacola(physician)).isEqualTo(Answer.PASS);
        clock.standsAt(Instant.parse("2026-11-26T05:00:00Z"));
        assertThat(inPensacola(physician)).isEqualTo(Answer.FAIL);
    }

    private Answer inPensacola(health.stillwater.kernel.PhysicianId physician) {
        var pensacola =
                new LocationFacts(
                        "FL", "Escambia", "12033", ZoneId.of("America/Chicago"), null, null);
        return rulebook
                .judge(
                        Moment.QUEUE,
                        clock.instant(),
                        asCompliance(() -> licensing.factsOf(physician)).with(pensacola))
                .verdicts()
                .stream()
                .filter(verdict -> verdict.row().equals("D05"))
                .findFirst()
                .orElseThrow()
                .answer();
    }
}
