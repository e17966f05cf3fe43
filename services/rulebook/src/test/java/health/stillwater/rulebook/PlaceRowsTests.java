package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceRowsTests {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            location.observedAt = "2026-06-10T00:00:00-04:00"                                  | PASS
            location.observedAt = "2026-06-10T14:05:00-04:00"                                  | PASS
            location.observedAt = "2026-06-09T23:59:59-04:00"                                  | UNKNOWN
            location.observedAt = "2026-06-10T14:05:01-04:00"                                  | UNKNOWN
            location.observedAt = null                                                         | UNKNOWN
            location.zone = null                                                               | UNKNOWN
            location.state = "TX"; delivery.address.state = "TX"                               | FAIL
            location.state = null                                                              | UNKNOWN
            location = null                                                                    | UNKNOWN
            location.observedAt = "2026-06-09T14:05:00-04:00"; location.state = "TX"           | UNKNOWN
            delivery.address.state = "GA"                                                      | FAIL
            delivery.address.state = null                                                      | UNKNOWN
            delivery = null                                                                    | UNKNOWN
            delivery.addressValidation.status = "invalid"                                      | FAIL
            delivery.addressValidation.observedAt = "2026-06-10T00:00:00-04:00"                | PASS
            delivery.addressValidation.observedAt = "2026-06-09T23:59:59-04:00"                | UNKNOWN
            delivery.addressValidation = null                                                  | UNKNOWN
            at = 2026-06-10T04:30:00Z; location.zone = "America/Chicago"; location.observedAt = "2026-06-09T22:00:00-05:00"; delivery.addressValidation.observedAt = "2026-06-09T22:00:00-05:00" | PASS
            at = 2026-06-10T05:00:00Z; location.zone = "America/Chicago"; location.observedAt = "2026-06-09T22:00:00-05:00"; delivery.addressValidation.observedAt = "2026-06-10T00:00:00-05:00" | UNKNOWN
            """)
    void thePatientIsInAStateWeServeToday(String changes, Answer answer) {
        assertThat(RowTable.florida(Predicate.D03, "S", changes).answer()).isEqualTo(answer);
    }
}
