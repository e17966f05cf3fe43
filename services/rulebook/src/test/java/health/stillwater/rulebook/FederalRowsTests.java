package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FederalRowsTests {

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            S | at = 2026-12-31T23:59:58-05:00                                                     | PASS
            S | at = 2026-12-31T23:59:59-05:00                                                     | PASS
            S | at = 2027-01-01T00:00:00-05:00                                                     | FAIL
            S | at = 2026-12-31T23:00:00-06:00                                                     | FAIL
            S | at = 2027-01-01T00:00:00-05:00; federal.inPersonRegister = null                    | UNKNOWN
            S | at = 2027-01-01T00:00:00-05:00; federal = null                                     | UNKNOWN
            S | rules.federalBasis.temporaryRuleEndsAt = null                                      | UNKNOWN
            H | at = 2027-01-02T00:00:00-05:00; prescription.signing.signedAt = "2026-12-31T23:59:59-05:00" | PASS
            H | at = 2027-01-02T00:00:00-05:00; prescription.signing.signedAt = "2027-01-01T00:00:00-05:00" | FAIL
            H | prescription.signing.signedAt = null                                               | UNKNOWN
            R | at = 2027-01-02T00:00:00-05:00; prescription.signing.signedAt = "2026-12-01T00:00:00-05:00" | FAIL
            """)
    void theTemporaryRuleEndsWithTheYear(String moment, String changes, Answer answer) {
        assertThat(RowTable.florida(Predicate.D01, moment, changes).answer()).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            [{"practitionerId":"pr-101","on":"2027-03-01","evidenceDocument":"d"}]  | PASS
            [{"practitionerId":"pr-101","on":"2027-02-28","evidenceDocument":"d"}]  | PASS
            [{"practitionerId":"pr-101","on":"2027-03-02","evidenceDocument":"d"}]  | FAIL
            [{"practitionerId":"pr-101","on":"2027-03-01","evidenceDocument":null}] | FAIL
            [{"practitionerId":"pr-102","on":"2027-03-01","evidenceDocument":"d"}]  | FAIL
            []                                                                      | FAIL
            null                                                                    | UNKNOWN
            """)
    void anEvaluationInPersonOutlivesIt(String evaluations, Answer answer) {
        var changes =
                "at = 2027-03-01T12:00:00-05:00; federal.inPersonRegister.evaluations = "
                        + evaluations;
        assertThat(RowTable.florida(Predicate.D01, "S", changes).answer()).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            S | encounter.id = "same"                                    | PASS
            S | encounter.endedAt = "2026-06-03T14:05:01-04:00"          | PASS
            S | encounter.endedAt = "2026-06-03T14:05:00-04:00"          | PASS
            S | encounter.endedAt = "2026-06-03T14:04:59-04:00"          | UNKNOWN
            S | encounter.endedAt = "2026-06-10T14:05:01-04:00"          | UNKNOWN
            S | encounter.endedAt = null                                 | UNKNOWN
            S | encounter = null                                         | UNKNOWN
            S | encounter.modality = "audio"                             | FAIL
            S | encounter.modality = "questionnaire"                     | FAIL
            S | encounter.modality = null                                | UNKNOWN
            C | encounter.status = "in_progress"                         | FAIL
            S | encounter.practitionerId = "pr-2"                        | FAIL
            S | encounter.requestId = "rq-earlier"                       | FAIL
            R | encounter.noteStatus = "draft"                           | FAIL
            S | encounter.noteSignedAt = "2026-06-10T14:05:00-04:00"     | PASS
            S | encounter.noteSignedAt = "2026-06-10T14:05:01-04:00"     | FAIL
            S | encounter.noteSignedAt = null                            | UNKNOWN
            S | encounter.modality = null; encounter.status = "no_show"  | FAIL
            """)
    void theVisitIsByVideoByThisPrescriberForThisRequest(
            String moment, String changes, Answer answer) {
        assertThat(RowTable.florida(Predicate.D02, moment, changes).answer()).isEqualTo(answer);
    }
}
