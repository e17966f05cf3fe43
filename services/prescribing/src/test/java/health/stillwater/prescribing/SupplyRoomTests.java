package health.stillwater.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.rulebook.PrescriptionFacts;
import health.stillwater.rulebook.RequestFacts;
import health.stillwater.testing.Actors;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The ledger of days of supply, and what the gate is told of it. */
class SupplyRoomTests extends SigningRoom {

    private DecisionId first;

    @Test
    void aFillIsWrittenOnceAndWithinTheLaw() {
        first = signed(Forms.approving());
        var order = UUID.randomUUID();
        var today = LocalDate.parse("2026-11-24");
        fills(new Filled(first, order, today, 8, 28));
        fills(new Filled(first, order, today, 8, 28));

        assertThat(
                        asTheProgram(
                                "select count(*) from prescribing.fill where decision_id = ?",
                                first.value()))
                .isEqualTo(1);
        assertFillRefused(new Filled(first, UUID.randomUUID(), today, 8, 28), "more refills");
    }

    @Test
    void aFillIsOfNoMoreAndNoLaterThanPrescribed() {
        first = signed(Forms.approving());
        assertFillRefused(at("2026-11-24", 9), "more than prescribed");
        assertFillRefused(at("2027-05-25", 8), "six months");
        assertFillRefused(at("2026-11-23", 8), "six months");
        fills(at("2027-05-24", 8));
    }

    private Filled at(String day, int quantity) {
        return new Filled(first, UUID.randomUUID(), LocalDate.parse(day), quantity, 28);
    }

    @Test
    void theGateIsToldWhatWasFilledAndWhichDoseCameBefore() {
        first = signed(Forms.approving());
        isFilled(first);
        clock.passes(Duration.ofDays(26));
        comesBack();
        var next = signed(Forms.renewing(first));

        var at = clock.instant().minusSeconds(1); // The gate's instant, a little before it asks.
        var facts = Actors.as(Actor.system("test"), () -> prescribing.factsOf(next, at));

        assertThat(facts.request())
                .isEqualTo(new RequestFacts(request.toString(), RequestFacts.Kind.RENEWAL));
        assertThat(facts.clinical().priorDose().mgPerSession())
                .isEqualByComparingTo(new BigDecimal(200));
        assertThat(facts.clinical().priorDose().lastChangedOn()).isEqualTo("2026-11-24");
        assertThat(facts.history().fills()).hasSize(1);
        assertThat(facts.history().otherPrescriptions()).isEmpty();
        assertThat(facts.history().observedAt()).isEqualTo(at);
        PrescriptionFacts prescription = facts.prescription();
        assertThat(prescription.originalFilled()).isFalse();
        assertThat(prescription.refillsUsed()).isZero();
    }

    private void fills(Filled fill) {
        Actors.asTheProgram(() -> prescribing.filled(fill));
    }

    private void assertFillRefused(Filled fill, String why) {
        assertThatThrownBy(() -> fills(fill))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }
}
