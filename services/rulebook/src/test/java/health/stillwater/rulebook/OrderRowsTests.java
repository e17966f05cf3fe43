package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prescription's own limits, the pharmacy, and the claim. */
class OrderRowsTests {

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            S | refillsAuthorised = 0                                              | PASS
            S | refillsAuthorised = 1                                              | FAIL
            S | refillsAuthorised = -1                                             | FAIL
            S | refillsAuthorised = null                                           | UNKNOWN
            S | daysSupply = 30                                                    | PASS
            S | daysSupply = 31                                                    | FAIL
            S | daysSupply = 1                                                     | PASS
            S | daysSupply = 0                                                     | FAIL
            S | daysSupply = null                                                  | UNKNOWN
            S | expiresOn = "2026-12-10"                                           | PASS
            S | expiresOn = "2026-12-11"                                           | FAIL
            S | expiresOn = null                                                   | UNKNOWN
            S | issueDate = "2026-08-31"; expiresOn = "2027-02-28"                 | PASS
            S | issueDate = "2026-08-31"; expiresOn = "2027-03-01"                 | FAIL
            S | quantity = 9                                                       | FAIL
            S | unitsPerDose = null                                                | UNKNOWN
            S | unitsPerDose = 65536; dosesPerPeriod = 65536; quantity = 0         | FAIL
            H | expiresOn = "2026-06-10"                                           | PASS
            H | expiresOn = "2026-06-09"                                           | FAIL
            S | expiresOn = "2026-06-09"                                           | PASS
            R | originalFilled = null                                              | UNKNOWN
            R | originalFilled = true                                              | FAIL
            R | originalFilled = false                                             | PASS
            """)
    void scheduleThreeHasLimits(String moment, String changes, Answer answer) {
        var facts = changes.replaceAll("(^|; )", "$1prescription.");
        assertThat(RowTable.florida(Predicate.D15, moment, facts).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "S", "H", "R"})
    void noPrescriptionIsNotKnown(String moment) {
        assertThat(RowTable.florida(Predicate.D15, moment, "prescription = null").answer())
                .isEqualTo(Answer.UNKNOWN);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            pharmacy = null                                                            | UNKNOWN
            pharmacy.homeLicense.status = "expired"                                    | FAIL
            pharmacy.homeLicense.expiresOn = "2026-06-10"                              | PASS
            pharmacy.homeLicense.expiresOn = "2026-06-09"                              | FAIL
            pharmacy.homeState = "ZZ"                                                  | UNKNOWN
            pharmacy.registrations.FL = null                                           | UNKNOWN
            pharmacy.registrations.FL.status = "none"                                  | FAIL
            pharmacy.registrations.FL.observedAt = "2026-05-11T14:05:00-04:00"         | PASS
            pharmacy.registrations.FL.observedAt = "2026-05-11T14:04:59-04:00"         | UNKNOWN
            pharmacy.registrations = {}; pharmacy.homeState = "FL"                     | PASS
            pharmacy.dea.status = "revoked"                                            | FAIL
            pharmacy.dea.expiresOn = "2026-06-09"                                      | FAIL
            pharmacy.dea.observedAt = "2026-05-11T14:04:59-04:00"                      | UNKNOWN
            pharmacy.compoundingCompetent = false                                      | FAIL
            pharmacy.epcsCapable = null                                                | UNKNOWN
            pharmacy.suspended = true                                                  | FAIL
            pharmacy.suspended = null                                                  | UNKNOWN
            """)
    void thePharmacyMayServeTheState(String changes, Answer answer) {
        assertThat(RowTable.florida(Predicate.D32, "S", changes).answer()).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            S | expiresAt = "2026-06-10T14:05:01-04:00"         | PASS
            S | expiresAt = "2026-06-10T14:05:00-04:00"         | FAIL
            S | expiresAt = null                                | UNKNOWN
            Q | expiresAt = null                                | PASS
            S | activeClaimants = []                            | FAIL
            S | activeClaimants = ["pr-2"]                      | FAIL
            C | activeClaimants = ["pr-101", "pr-2"]            | FAIL
            S | activeClaimants = null                          | UNKNOWN
            R | activeClaimants = ["pr-2"]                      | PASS
            S | relationship = "relative"                       | FAIL
            Q | relationship = "self"                           | FAIL
            Q | relationship = null                             | UNKNOWN
            S | selfAssignedOutsideRules = true                 | FAIL
            S | selfAssignedOutsideRules = null                 | UNKNOWN
            """)
    void oneUnrelatedPrescriberHoldsTheClaim(String moment, String change, Answer answer) {
        assertThat(RowTable.florida(Predicate.D35, moment, "claim." + change).answer())
                .isEqualTo(answer);
    }
}
