package health.stillwater.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Seen;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlainWordsTests {

    record PrescriptionApproved(PatientId subject, Instant at, String about)
            implements DomainEvent {}

    record DEANumberChecked(PatientId subject, Instant at, String about) implements DomainEvent {}

    record VisitByPDMPReviewed(PatientId subject, Instant at, String about)
            implements DomainEvent {}

    @Test
    void anEventIsSaidAsAPersonWould() {
        assertThat(PlainWords.of(PrescriptionApproved.class)).isEqualTo("Prescription approved");
        assertThat(PlainWords.of(Seen.class)).isEqualTo("Seen");
    }

    @Test
    void initialsStayAsTheyAre() {
        assertThat(PlainWords.of(DEANumberChecked.class)).isEqualTo("DEA number checked");
        assertThat(PlainWords.of(VisitByPDMPReviewed.class)).isEqualTo("Visit by PDMP reviewed");
    }
}
