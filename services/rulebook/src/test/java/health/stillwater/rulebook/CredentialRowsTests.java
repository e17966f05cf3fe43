package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialRowsTests {

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            S | observedAt = "2026-06-09T14:05:01-04:00"                                 | PASS
            S | observedAt = "2026-06-09T14:05:00-04:00"                                 | PASS
            S | observedAt = "2026-06-09T14:04:59-04:00"                                 | UNKNOWN
            H | observedAt = "2026-05-11T14:05:00-04:00"                                 | PASS
            H | observedAt = "2026-05-11T14:04:59-04:00"                                 | UNKNOWN
            S | observedAt = "2026-06-10T14:05:01-04:00"                                 | UNKNOWN
            S | observedAt = null                                                        | UNKNOWN
            S | status = "none"                                                          | FAIL
            S | status = "revoked"                                                       | FAIL
            S | status = null                                                            | UNKNOWN
            S | encumbered = true                                                        | FAIL
            S | encumbered = null                                                        | UNKNOWN
            S | type = "telehealth_registrant"                                           | FAIL
            S | type = null                                                              | UNKNOWN
            S | expiresOn = "2026-06-10"                                                 | PASS
            S | expiresOn = "2026-06-09"                                                 | FAIL
            S | expiresOn = null                                                         | UNKNOWN
            S | suspendedFrom = "2026-06-10T14:05:01-04:00"                              | PASS
            S | suspendedFrom = "2026-06-10T14:05:00-04:00"                              | FAIL
            S | status = "revoked"; observedAt = "2026-06-09T12:00:00-04:00"             | UNKNOWN
            S | status = "revoked"; encumbered = null                                    | FAIL
            """)
    void theLicenseIsGoodInThePatientsState(String moment, String changes, Answer answer) {
        var facts = changes.replaceAll("(^|; )", "$1prescriber.licenses.FL.");
        assertThat(RowTable.florida(Predicate.D05, moment, facts).answer()).isEqualTo(answer);
    }

    @Test
    void aLicenseInAnotherStateIsNoLicense() {
        var moved = RowTable.florida(Predicate.D05, "S", "location.state = \"NJ\"");
        assertThat(moved)
                .isEqualTo(
                        new Finding(Answer.UNKNOWN, "license in the patient's state: not known"));
    }

    @Test
    void theReasonSaysHowOldAFactIs() {
        var stale =
                RowTable.florida(
                        Predicate.D05,
                        "S",
                        "prescriber.licenses.FL.observedAt = \"2026-06-09T12:35:00-04:00\"");
        assertThat(stale.reason())
                .isEqualTo(
                        "license was seen 25 hours 30 minutes ago and is good for 24 hours; its value now in FL: not known");
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            S | observedAt = "2026-06-09T14:05:00-04:00" | PASS
            S | observedAt = "2026-06-09T14:04:59-04:00" | UNKNOWN
            C | observedAt = "2026-05-11T14:05:00-04:00" | PASS
            C | observedAt = "2026-05-11T14:04:59-04:00" | UNKNOWN
            S | schedules = ["2", "3", "4"]              | FAIL
            S | schedules = ["3N"]                       | PASS
            S | schedules = null                         | UNKNOWN
            S | number = "BW1388567"                     | FAIL
            S | number = "1W1388568"                     | FAIL
            S | number = "BW138856"                      | FAIL
            S | number = "BW138856X"                     | FAIL
            S | number = "B91388568"                     | PASS
            S | number = null                            | UNKNOWN
            S | status = "suspended"                     | FAIL
            S | expiresOn = "2026-06-10"                 | PASS
            S | expiresOn = "2026-06-09"                 | FAIL
            """)
    void theDeaRegistrationCoversTheSchedule(String moment, String changes, Answer answer) {
        var facts = changes.replaceAll("(^|; )", "$1prescriber.deaRegistrations.FL.");
        assertThat(RowTable.florida(Predicate.D06, moment, facts).answer()).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            status = "active"                        | PASS
            status = "expired"                       | FAIL
            status = null                            | UNKNOWN
            number = null                            | UNKNOWN
            number = ""                              | FAIL
            addressState = "NY"                      | FAIL
            addressState = null                      | UNKNOWN
            expiresOn = "2026-09-22"                 | PASS
            expiresOn = "2026-09-21"                 | FAIL
            observedAt = "2026-08-23T10:31:00-04:00" | PASS
            observedAt = "2026-08-23T10:30:59-04:00" | UNKNOWN
            """)
    void newJerseyRegistersPrescribers(String changes, Answer answer) {
        var facts = "prescriber.cdsRegistrations.NJ." + changes;
        assertThat(RowTable.newJersey(Predicate.D07, "S", facts).answer()).isEqualTo(answer);
    }

    @Test
    void floridaDoesNot() {
        assertThat(RowTable.florida(Predicate.D07, "S", "prescriber = null"))
                .isEqualTo(Finding.PASS);
    }
}
