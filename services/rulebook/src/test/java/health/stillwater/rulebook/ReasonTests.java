package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row says what is missing, how old it is, or what was found instead. */
class ReasonTests {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            D05 | S | location.state = "NJ"                                  | license in the patient's state: not known
            D05 | S | prescriber.licenses.FL.observedAt = @-25h30m           | license was seen 25 hours 30 minutes ago and is good for 24 hours; its value now in FL: not known
            D05 | S | prescriber.licenses.FL.observedAt = @+1s               | license is dated later than now; its value in FL: not known
            D05 | S | prescriber.licenses.FL.status = "suspended"; prescriber.licenses.FL.encumbered = null | license active in FL: no (suspended); license free of discipline in FL: not known
            D05 | S | prescriber.licenses.FL.expiresOn = "2026-06-09"        | license unexpired in FL: no (2026-06-09)
            D05 | S | prescriber.licenses.FL.suspendedFrom = "2026-06-10T12:00:00-04:00" | license not suspended in FL: no (2026-06-10T16:00:00Z)
            D03 | S | location.observedAt = "2026-06-09T23:00:00-04:00"      | patient's place is of 2026-06-09 and is good for the same day; its value now: not known
            D03 | S | location.state = "TX"; delivery.address.state = "TX"   | patient in a state we serve: no (TX)
            D19 | S | identity.observedAt = "2024-06-09T12:00:00-04:00"      | identity proof is of 2024-06-09 and is good for 24 months; its value now: not known
            D19 | S | identity.observedAt = @+1s                             | identity proof is dated later than now; its value: not known
            D26 | S | vitals.heartRate = 101                                 | heart rate not too high: no (101)
            D26 | S | vitals.heartRate = 49                                  | heart rate not too low: no (49)
            D28 | S | prescription.dose.mgPerSession = 401                   | within the protocol's 400 milligrams a session: no; within the protocol's 400 milligrams a day: no; milligrams a kilogram within the protocol: no; within the protocol's 150 milligrams at the start: no
            D36 | S | rulePack.lastVerifiedOn = "2026-03-11"                 | rules verified on 2026-03-11, good for 90 days; their state now: not known
            D37 | S | services.dea.status = "down"                           | service dea is down; its answers: not known
            D15 | S | prescription.expiresOn = "2026-12-11"                  | ends within six months of issue: no (2026-12-11)
            D04 | S | location.state = "TX"                                  | treatment track enabled in TX: no
            D06 | S | rules.freshness.dea = "PT1H1M1S"; prescriber.deaRegistrations.FL.observedAt = @-2d1h | DEA registration was seen 2 days 1 hour ago and is good for 61 minutes 1 second; its value now in FL: not known
            D01 | S | at = 2027-01-01T00:00:00-05:00; federal.covering = null | temporary telemedicine rule ended at 2027-01-01T04:59:59Z; no documented evaluation in person by this prescriber; not a covering practitioner; a special registration does not count yet
            """)
    void inWords(Predicate row, String moment, String changes, String reason) {
        assertThat(RowTable.ask(row, "FL", moment, changes).reason()).isEqualTo(reason);
    }
}
