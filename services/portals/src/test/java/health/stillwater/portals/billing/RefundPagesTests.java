package health.stillwater.portals.billing;

import static health.stillwater.portals.billing.SampleAccount.ACCOUNT;
import static health.stillwater.portals.billing.SampleAccount.PAID;
import static health.stillwater.portals.billing.SampleAccount.PATIENT;
import static health.stillwater.portals.billing.SampleAccount.REFUNDS;
import static health.stillwater.portals.billing.SampleAccount.SPENT;
import static health.stillwater.portals.billing.SampleAccount.TAMSIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.billing.Billing;
import health.stillwater.billing.RefundReason;
import health.stillwater.kernel.Money;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Desk;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefundPagesTests {

    private final Billing billing = mock(Billing.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(billing.account(PATIENT)).thenReturn(SampleAccount.account());
        desk = Desk.of(TAMSIN, new RefundController(billing));
    }

    @Test
    void aForeignOrUnknownInvoiceIsNotThere() {
        var other = UUID.randomUUID();
        assertThat(desk.mvc().get().uri(ACCOUNT + "/invoices/" + other + "/refunds"))
                .hasStatus(404);
        assertThat(
                        desk.send(
                                ACCOUNT + "/invoices/" + other + "/refunds",
                                "amount",
                                "1",
                                "reason",
                                "DUPLICATE",
                                "confirmed",
                                "yes"))
                .hasStatus(404);
        verify(billing, never()).refund(any(), any(), any());
    }

    @Test
    void nothingIsChosenForAPersonOnTheRefundForm() {
        var page = Desk.page(desk.mvc().get().uri(REFUNDS).exchange(), 200, "billing-refund");
        assertThat(page.getElementById("amount").val()).isEmpty();
        assertThat(page.select("#reason option[selected]")).isEmpty();
        assertThat(page.getElementById("amount-hint").text()).isEqualTo("At most $250.00.");
    }

    @Test
    void thePageBeforeTheMoneyMovesSaysAllAndMovesNothing() {
        var page =
                Desk.page(
                        desk.send(REFUNDS, "amount", "$25.5", "reason", "DUPLICATE"),
                        200,
                        "billing-refund-check");
        assertThat(page.select("main").text())
                .contains(
                        "Give back $25.50?",
                        "Charged twice",
                        "$224.50 of this invoice can still be given back");
        verify(billing, never()).refund(any(), any(), any());
        var again =
                Desk.page(
                        desk.send(REFUNDS + "/change", "amount", "$25.5", "reason", "DUPLICATE"),
                        200,
                        "billing-refund-change");
        assertThat(again.getElementById("amount").val()).isEqualTo("$25.5");
        assertThat(again.select("#reason option[selected]").val()).isEqualTo("DUPLICATE");
    }

    @Test
    void whatThePageBeforeSendsMovesExactlyThatMoney() {
        var form =
                Desk.page(
                                desk.send(REFUNDS, "amount", "25.5", "reason", "DUPLICATE"),
                                200,
                                "billing-refund-check")
                        .select("form[action=" + REFUNDS + "]");
        var sent =
                desk.send(
                        form.attr("action"),
                        "amount",
                        form.select("[name=amount]").val(),
                        "reason",
                        form.select("[name=reason]").val(),
                        "confirmed",
                        form.select("[name=confirmed]").val());
        assertThat(sent).hasStatus3xxRedirection().hasRedirectedUrl(ACCOUNT);
        verify(billing).refund(PAID, new Money(2550), RefundReason.DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "-5", "1.005", "1,00", "1e3", "250.00 USD"})
    void anAmountThatIsNoneIsSaidAtItsFieldAndKept(String amount) {
        var page =
                Desk.page(
                        desk.send(REFUNDS, "amount", amount, "reason", "DUPLICATE"),
                        422,
                        "billing-refund-error");
        assertThat(page.select(".sw-errors a").eachAttr("href")).containsExactly("#amount");
        assertThat(page.getElementById("amount").val()).isEqualTo(amount);
        assertThat(page.select("#reason option[selected]").val()).isEqualTo("DUPLICATE");
        verify(billing, never()).refund(any(), any(), any());
    }

    @ParameterizedTest
    @CsvSource({
        "250.01, No more than $250.00",
        "9999999, No more than $250.00",
        "0.00, Enter an amount above zero"
    })
    void neverMoreThanWasPaidAndNeverNothing(String amount, String sentence) {
        var page =
                Desk.page(
                        desk.send(
                                REFUNDS,
                                "amount",
                                amount,
                                "reason",
                                "DUPLICATE",
                                "confirmed",
                                "yes"),
                        422,
                        "billing-refund-too-much");
        assertThat(page.getElementById("amount-error").text()).contains(sentence);
        verify(billing, never()).refund(any(), any(), any());
    }

    @Test
    void aReasonIsOneOfTheList() {
        var page =
                Desk.page(
                        desk.send(
                                REFUNDS, "amount", "10", "reason", "FELT_SICK", "confirmed", "yes"),
                        422,
                        "billing-refund-reason");
        assertThat(page.select(".sw-errors a").eachAttr("href")).containsExactly("#reason");
    }

    @Test
    void whoeverWasSlowerIsToldAndNothingIsSentTwice() {
        doThrow(new Refusal.Overtaken("The same refund is already under way."))
                .when(billing)
                .refund(any(), any(), any());
        var page =
                Desk.page(
                        desk.send(
                                REFUNDS, "amount", "10", "reason", "DUPLICATE", "confirmed", "yes"),
                        409,
                        "billing-refund-twice");
        assertThat(page.select("[role=alert]").text())
                .contains("Nothing was sent", "already under way");
        assertThat(page.getElementById("amount").val()).isEqualTo("10");
    }

    @Test
    void whatOnlyTheRoomCanKnowIsSaidAtTheFieldToo() {
        doThrow(new Refusal.Forbidden("No more than $100.00 of this invoice can be refunded."))
                .when(billing)
                .refund(any(), any(), any());
        var page =
                Desk.page(
                        desk.send(
                                REFUNDS,
                                "amount",
                                "200",
                                "reason",
                                "DUPLICATE",
                                "confirmed",
                                "yes"),
                        422,
                        "billing-refund-left");
        assertThat(page.getElementById("amount-error").text()).contains("No more than $100.00");
        assertThat(page.getElementById("amount").val()).isEqualTo("200");
    }

    @Test
    void ofASpentInvoiceNothingIsOffered() {
        var page =
                Desk.page(
                        desk.mvc()
                                .get()
                                .uri(ACCOUNT + "/invoices/" + SPENT + "/refunds")
                                .exchange(),
                        200,
                        "billing-refund-spent");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select(".sw-empty h2").text()).isEqualTo("Nothing is left to give back");
    }
}
