package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonRowsTests {

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            S | identity.idDocument = "failed"                               | FAIL
            S | identity.idDocument = null                                   | UNKNOWN
            S | identity.liveness = "failed"                                 | FAIL
            S | identity.nameMatch = false                                   | FAIL
            S | identity.dateOfBirthMatch = false                            | FAIL
            S | identity.addressMatch = null                                 | UNKNOWN
            S | identity.duplicate = true                                    | FAIL
            S | identity.deceased = true                                     | FAIL
            S | identity.deceased = null                                     | UNKNOWN
            S | identity.observedAt = "2024-06-11T00:00:00-04:00"            | PASS
            S | identity.observedAt = "2024-06-10T00:00:00-04:00"            | PASS
            S | identity.observedAt = "2024-06-09T23:59:59-04:00"            | UNKNOWN
            S | identity.observedAt = "2026-06-10T14:05:01-04:00"            | UNKNOWN
            S | identity = null                                              | UNKNOWN
            S | identity.selfieMatch = false                                 | FAIL
            S | identity.selfieMatch = null                                  | UNKNOWN
            S | identity.selfieMatch = false; request.kind = "renewal"       | PASS
            S | request.kind = null                                          | UNKNOWN
            E | identity.selfieMatch = false; request.kind = "renewal"       | FAIL
            C | identity.selfieMatch = false                                 | PASS
            """)
    void identityIsProofed(String moment, String changes, Answer answer) {
        assertThat(RowTable.florida(Predicate.D19, moment, changes).answer()).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            E | patient.dateOfBirth = "2008-06-09"                                                   | PASS
            E | patient.dateOfBirth = "2008-06-10"                                                   | PASS
            E | patient.dateOfBirth = "2008-06-11"                                                   | FAIL
            E | patient.dateOfBirth = null                                                           | UNKNOWN
            E | patient.dateOfBirthVerified = false                                                  | UNKNOWN
            E | patient.dateOfBirthVerified = null                                                   | UNKNOWN
            E | patient = null                                                                       | UNKNOWN
            S | patient.dateOfBirth = "2008-06-10"; prescription.issueDate = "2026-06-09"            | FAIL
            S | patient.dateOfBirth = "2008-06-11"; prescription.issueDate = "2026-06-11"            | PASS
            S | prescription.issueDate = null                                                        | UNKNOWN
            E | patient.dateOfBirth = "2008-02-29"; at = 2026-02-28T12:00:00-05:00                   | FAIL
            E | patient.dateOfBirth = "2008-02-29"; at = 2026-03-01T12:00:00-05:00                   | PASS
            E | patient.dateOfBirth = "2008-06-10"; at = 2026-06-10T00:30:00-04:00; location.zone = "America/Chicago" | FAIL
            """)
    void thePatientIsAnAdult(String moment, String changes, Answer answer) {
        assertThat(RowTable.florida(Predicate.D20, moment, changes).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "telehealth",
                "treatment",
                "controlledSubstanceAgreement",
                "noticeOfPrivacyPractices",
                "sitter",
                "homeSafety",
                "recording",
                "financial",
                "messaging"
            })
    void everyKindOfConsentIsAsked(String kind) {
        var consent = "consents." + kind;
        assertThat(answer(consent + " = null")).isEqualTo(Answer.UNKNOWN);
        assertThat(answer(consent + ".status = \"withdrawn\"")).isEqualTo(Answer.FAIL);
        assertThat(answer(consent + ".status = \"not_signed\"; " + consent + ".signedAt = null"))
                .isEqualTo(Answer.FAIL);
        assertThat(answer(consent + ".version = \"0\"")).isEqualTo(Answer.FAIL);
        assertThat(answer(consent + ".version = null")).isEqualTo(Answer.UNKNOWN);
        assertThat(answer(consent + ".signedAt = \"2025-06-10T00:00:00-04:00\""))
                .isEqualTo(Answer.PASS);
        assertThat(answer(consent + ".signedAt = \"2025-06-09T23:59:59-04:00\""))
                .isEqualTo(Answer.UNKNOWN);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            notApprovedStatement = false                                                                              | FAIL
            notApprovedStatement = null                                                                               | UNKNOWN
            risksAcknowledged = null                                                                                  | UNKNOWN
            risksAcknowledged = ["abuse_misuse","psychiatric_events","blood_pressure_rise","respiratory_depression"]  | FAIL
            """)
    void treatmentAsksForTheRisksAndTheStatement(String change, Answer answer) {
        assertThat(answer("consents.treatment." + change)).isEqualTo(answer);
    }

    private static Answer answer(String changes) {
        return RowTable.florida(Predicate.D21, "S", changes).answer();
    }
}
