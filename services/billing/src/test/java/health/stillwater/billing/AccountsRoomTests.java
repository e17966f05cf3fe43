package health.stillwater.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.testing.Actors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountsRoomTests extends BillingRoom {

    @Test
    void anAccountIsFoundByEverythingItIsCalled() {
        var invoice = paysTheFirstMonth();
        var account = account();
        for (var text : List.of(
                email(),
                email().substring(0, 6).toUpperCase(java.util.Locale.ROOT),
                account.reference(),
                patient.toString(),
                account.customer(),
                account.subscription(),
                invoice.number(),
                "  " + atStripe("invoice").getFirst().path("id").asString("") + " ")) {
            assertThat(found(text)).as(text).contains(patient);
        }
        assertThat(found("")).contains(patient);
    }

    @Test
    void aTextIsTakenAsItStands() {
        paysTheFirstMonth();
        for (var text : List.of("%", "_", "%' or true --", email() + "x", "nobody@example.org")) {
            assertThat(found(text)).as(text).doesNotContain(patient);
        }
    }

    @Test
    void aLookAtAnAccountLeavesATrace() {
        paysTheFirstMonth();
        int before = told(Seen.class).size();
        var reference = account().reference();
        assertThat(told(Seen.class)).hasSize(before + 1).last().extracting(Seen::about).isEqualTo("account " + reference);
    }

    @Test
    void anUnknownAccountIsMissing() {
        assertThatThrownBy(() -> Actors.as(staff, () -> billing.account(PatientId.next())))
                .isInstanceOf(Refusal.Missing.class);
    }

    static Stream<Actor> whoeverTreats() {
        return Stream.of(
                Actors.physician(PhysicianId.next()),
                Actors.pharmacist(PharmacyId.next()),
                Actors.staff(Actor.Kind.COMPLIANCE),
                Actors.patient(PatientId.next()),
                Actor.NOBODY);
    }

    @ParameterizedTest
    @MethodSource("whoeverTreats")
    void whoeverElseAsksSeesNoMoney(Actor other) {
        paysTheFirstMonth();
        assertThatThrownBy(() -> Actors.as(other, () -> billing.account(patient))).isInstanceOf(Refusal.Missing.class);
        assertThat(Actors.as(other, () -> billing.accounts(""))).isEmpty();
        assertThat(Actors.as(other, billing::work)).isEmpty();
        assertThat(Actors.as(other, () -> billing.planOf(patient)).invoices()).isEmpty();
    }

    @Test
    void thePatientSeesTheirOwn() {
        paysTheFirstMonth();
        var plan = asPatient(() -> billing.planOf(patient));
        assertThat(plan.stage()).isEqualTo(PlanStage.ACTIVE);
        assertThat(plan.paid()).isEqualTo(PRICE);
        assertThat(plan.nextCharge()).isAfter(clock.instant());
        assertThat(plan.invoices()).hasSize(1);
    }

    private List<PatientId> found(String text) {
        return Actors.as(staff, () -> billing.accounts(text)).stream()
                .map(AccountRow::patient)
                .toList();
    }
}
