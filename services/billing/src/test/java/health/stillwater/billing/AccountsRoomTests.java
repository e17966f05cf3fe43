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
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class AccountsRoomTests extends BillingRoom {

    @Test
    void anAccountIsFoundByEverythingItIsCalled() {
        var invoice = paysTheFirstMonth();
        var account = account();
        for (var text :
                List.of(
                        email(),
                        email().substring(0, 6).toUpperCase(Locale.ROOT),
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
        for (var text :
                List.of("%", "cus%", "%' or true --", email() + "x", "nobody@example.org")) {
            assertThat(found(text)).as(text).doesNotContain(patient);
        }
    }

    @Test
    void aLookAtAnAccountLeavesATrace() {
        paysTheFirstMonth();
        int before = told(Seen.class).size();
        var reference = account().reference();
        assertThat(told(Seen.class))
                .hasSize(before + 1)
                .last()
                .extracting(Seen::about)
                .isEqualTo("account " + reference);
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
        assertThatThrownBy(() -> Actors.as(other, () -> billing.account(patient)))
                .isInstanceOf(Refusal.Missing.class);
        assertThat(Actors.as(other, () -> billing.accounts(""))).isEmpty();
        assertThat(Actors.as(other, billing::work)).isEmpty();
        assertThat(Actors.as(other, () -> billing.planOf(patient)).invoices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update billing.timeline set words = ''",
                "update billing.alarm set what = ''",
                "update billing.uncharged_request set at = now()",
                "delete from billing.timeline",
                "delete from billing.invoice",
                "delete from billing.refund"
            })
    void whatHappenedStaysWritten(String sql) {
        assertThatThrownBy(
                        () ->
                                Actors.asTheProgram(
                                        () ->
                                                transaction.executeWithoutResult(
                                                        _ -> jdbc.sql(sql).update())))
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @MethodSource("whoeverTreats")
    void onlyBillingStaffMovesMoney(Actor other) {
        var invoice = paysTheFirstMonth();
        assertThatThrownBy(
                        () ->
                                Actors.does(
                                        other,
                                        () ->
                                                billing.refund(
                                                        invoice.id(),
                                                        PRICE,
                                                        RefundReason.DUPLICATE)))
                .isInstanceOf(Refusal.Missing.class);
        assertThat(account().refunds()).isEmpty();
    }

    @Test
    void aPatientGivesThemselvesNothingBack() {
        var invoice = paysTheFirstMonth();
        assertThatThrownBy(
                        () ->
                                asPatient(
                                        () -> {
                                            billing.refund(
                                                    invoice.id(), PRICE, RefundReason.DUPLICATE);
                                            return null;
                                        }))
                .isInstanceOf(Refusal.Missing.class);
        assertThat(account().refunds()).isEmpty();
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
