package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must have been looked up: the monitoring reports, and the rules themselves. */
class KnowledgeRowsTests {

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            S | pdmp.reports.FL.observedAt = "2026-06-09T14:05:00-04:00" | PASS
            S | pdmp.reports.FL.observedAt = "2026-06-09T14:04:59-04:00" | UNKNOWN
            R | pdmp.reports.FL.observedAt = "2026-06-09T14:04:59-04:00" | UNKNOWN
            C | pdmp.reports.FL.observedAt = "2026-06-03T14:05:00-04:00" | PASS
            Q | pdmp.reports.FL.observedAt = "2026-06-03T14:04:59-04:00" | UNKNOWN
            S | pdmp.reports.FL = null                                   | UNKNOWN
            S | pdmp = null                                              | UNKNOWN
            S | pdmp.reports.FL.reportId = null                          | UNKNOWN
            S | pdmp.reports.FL.reportId = " "                           | FAIL
            S | pdmp.reports.FL.requestId = "rq-earlier"                 | FAIL
            S | pdmp.reports.FL.reviewedByRole = "delegate"              | PASS
            S | pdmp.reports.FL.reviewedByRole = "support"               | FAIL
            S | pdmp.reports.FL.reviewedByRole = null                    | UNKNOWN
            S | pdmp.reports.FL.reviewedAt = "2026-06-10T14:05:00-04:00" | PASS
            S | pdmp.reports.FL.reviewedAt = "2026-06-10T14:05:01-04:00" | UNKNOWN
            S | pdmp.reports.FL.reviewedAt = null                        | UNKNOWN
            S | pdmp.reports.FL.documented = false                       | FAIL
            S | prescriber.practiceState = "NY"                          | UNKNOWN
            S | prescriber.practiceState = null                          | UNKNOWN
            S | patient.previousStates = ["GA"]                          | UNKNOWN
            S | patient.previousStates = ["FL"]                          | PASS
            S | patient.previousStates = null                            | UNKNOWN
            """)
    void aMonitoringReportWasReadInEveryStateThatMatters(
            String moment, String changes, Answer answer) {
        assertThat(RowTable.florida(Predicate.D17, moment, changes).answer()).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            rulePack = null                                                               | UNKNOWN
            rulePack.status = "draft"                                                     | FAIL
            rulePack.status = null                                                        | UNKNOWN
            rulePack.approvedBy = ["co-1"]                                                | FAIL
            rulePack.approvedBy = ["co-1", "co-1"]                                        | FAIL
            rulePack.approvedBy = null                                                    | UNKNOWN
            rulePack.testsGreen = false                                                   | FAIL
            rulePack.testsGreen = null                                                    | UNKNOWN
            rulePack.evaluatedVersion = "2026.10"                                         | UNKNOWN
            rulePack.activeVersion = null                                                 | UNKNOWN
            rulePack.lastVerifiedOn = "2026-03-13"                                        | PASS
            rulePack.lastVerifiedOn = "2026-03-12"                                        | PASS
            rulePack.lastVerifiedOn = "2026-03-11"                                        | UNKNOWN
            rulePack.lastVerifiedOn = "2026-06-10"                                        | PASS
            rulePack.lastVerifiedOn = "2026-06-11"                                        | UNKNOWN
            rulePack.lastVerifiedOn = null                                                | UNKNOWN
            """)
    void theRulesAreApprovedTestedAndVerified(String changes, Answer answer) {
        assertThat(RowTable.florida(Predicate.D36, "E", changes).answer()).isEqualTo(answer);
    }
}
