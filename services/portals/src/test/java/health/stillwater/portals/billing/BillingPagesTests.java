package health.stillwater.portals.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.billing.AccountRow;
import health.stillwater.billing.AccountView;
import health.stillwater.billing.Billing;
import health.stillwater.billing.CardView;
import health.stillwater.billing.InvoiceId;
import health.stillwater.billing.InvoiceStage;
import health.stillwater.billing.InvoiceView;
import health.stillwater.billing.NoticeStage;
import health.stillwater.billing.NoticeView;
import health.stillwater.billing.OwedRefundView;
import health.stillwater.billing.RefundId;
import health.stillwater.billing.RefundReason;
import health.stillwater.billing.RefundStage;
import health.stillwater.billing.RefundView;
import health.stillwater.billing.Stage;
import health.stillwater.billing.TimelineRow;
import health.stillwater.billing.WorkRow;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingPagesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T19:20:00Z");
    private static final PatientId PATIENT =
            new PatientId(UUID.fromString("30177000-0000-4000-8000-000000000001"));
    private static final InvoiceId PAID = InvoiceId.of("aa000000-0000-4000-8000-000000000001");
    private static final InvoiceId SPENT = InvoiceId.of("aa000000-0000-4000-8000-000000000002");
    private static final String ACCOUNT = "/billing/accounts/" + PATIENT;
    private static final String REFUNDS = ACCOUNT + "/invoices/" + PAID + "/refunds";

    private final Billing billing = mock(Billing.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(billing.account(PATIENT)).thenReturn(account());
        desk =
                Desk.of(
                        new Actor(Actor.Kind.BILLING, UUID.randomUUID(), null, "Tamsin Okoro-Lind"),
                        new AccountsController(billing, Clock.fixed(NOW, ZoneOffset.UTC)),
                        new AccountController(billing),
                        new RefundController(billing));
    }

    @Test
    void theWorkStandsFirstAndLeadsToTheAccount() {
        when(billing.accounts(""))
                .thenReturn(List.of(row(Stage.PAST_DUE, "Payment failed"), row(null, null)));
        when(billing.work())
                .thenReturn(
                        List.of(
                                new WorkRow(
                                        PATIENT, "Payment failed", NOW.minus(Duration.ofDays(3))),
                                new WorkRow(
                                        null,
                                        "a refund was made at Stripe and not here: re_1",
                                        NOW.minus(Duration.ofHours(2)))));
        var page = desk.read("/billing");
        assertThat(page.select("[aria-labelledby=work-title] tbody tr")).hasSize(2);
        assertThat(page.select("[aria-labelledby=work-title] a").attr("href")).isEqualTo(ACCOUNT);
        assertThat(page.select("main").text())
                .contains("3 days ago", "No account of ours", "m.kestrel@example.com", "None yet");
    }

    @Test
    void aSearchKeepsItsTextAndStaysOutOfTheAddress() {
        when(billing.accounts("kestrel")).thenReturn(List.of(row(Stage.ACTIVE, null)));
        var page = Desk.page(desk.send("/billing", "text", "kestrel"), 200, "billing-found");
        assertThat(page.getElementById("text").val()).isEqualTo("kestrel");
        assertThat(page.select("form[role=search]").attr("method")).isEqualTo("post");
        assertThat(page.select(".sw-title p").text()).isEqualTo("1 account found.");
        verify(billing).accounts("kestrel");

        var nothing = Desk.page(desk.send("/billing", "text", "nobody"), 200, "billing-nothing");
        assertThat(nothing.select(".sw-empty h2").text()).isEqualTo("No account matches");
        assertThat(nothing.getElementById("text").val()).isEqualTo("nobody");
    }

    @Test
    void anAccountShowsPlanInvoicesRefundsNoticesAndWhatHappened() {
        var page = shown("billing-account");
        assertThat(page.select(".sw-sums").text())
                .contains(
                        "$250.00 open", "$500.00 paid", "$250.00 given back", "Dec 2 next charge");
        assertThat(page.select("[aria-labelledby=plan-title]").text())
                .contains(
                        "visa, ends 4242, expires 04/2029",
                        "cus_QExample9",
                        "sub_1QExample",
                        "$250.00 a month");
        assertThat(page.select("[aria-labelledby=invoices-title] tbody tr")).hasSize(3);
        assertThat(page.select("[aria-labelledby=invoices-title] a").eachAttr("href"))
                .containsExactly(REFUNDS);
        assertThat(page.select("[aria-labelledby=refunds-title]").text())
                .contains("Refunded", "Charged twice");
        assertThat(page.select("[aria-labelledby=notices-title]").text())
                .contains("invoice.paid", "evt_1", "Done");
        assertThat(page.select("[aria-labelledby=happened-title]").text())
                .contains("Invoice paid", "in_1QExample4Ty");
        assertThat(page.select(".sw-notice--wait").text())
                .contains("A refund is owed", "The pharmacy could not fill the order");
    }

    @Test
    void noWordOfTheTreatmentAndNoNameStandsInTheTitle() {
        var page = shown("billing-account");
        assertThat(page.title()).isEqualTo("Account – Billing – Stillwater");
        assertThat(page.text())
                .doesNotContainIgnoringCase("ketamine")
                .doesNotContainIgnoringCase("depression");
    }

    @Test
    void aForeignOrUnknownAccountIsNotThere() {
        var other = UUID.randomUUID();
        when(billing.account(new PatientId(other))).thenThrow(new Refusal.Missing("The account"));
        assertThat(desk.mvc().get().uri("/billing/accounts/" + other)).hasStatus(404);
        assertThat(desk.mvc().get().uri("/billing/accounts/seven")).hasStatus(404);
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

    private Document shown(String name) {
        return Desk.page(desk.mvc().get().uri(ACCOUNT).exchange(), 200, name);
    }

    private static AccountRow row(Stage stage, String attention) {
        return new AccountRow(
                PATIENT,
                "m.kestrel@example.com",
                "0c9e6c1e-7a53-4d3c-9d5c-6a1f0f2b3c4d",
                stage != null,
                stage,
                Money.dollars(500),
                attention);
    }

    private static AccountView account() {
        var month = Duration.ofDays(30);
        return new AccountView(
                PATIENT,
                "m.kestrel@example.com",
                "0c9e6c1e-7a53-4d3c-9d5c-6a1f0f2b3c4d",
                "cus_QExample9",
                new CardView(true, "visa", "4242", "04/2029"),
                Stage.PAST_DUE,
                "sub_1QExample",
                Money.dollars(250),
                Instant.parse("2026-12-02T13:00:00Z"),
                List.of(
                        new InvoiceView(
                                InvoiceId.next(),
                                "SW-2026-1102",
                                InvoiceStage.OPEN,
                                Money.dollars(250),
                                Money.ZERO,
                                Money.ZERO,
                                Money.ZERO,
                                NOW.minus(Duration.ofDays(21)),
                                null,
                                NOW.plus(Duration.ofDays(2))),
                        new InvoiceView(
                                PAID,
                                "SW-2026-1002",
                                InvoiceStage.PAID,
                                Money.dollars(250),
                                Money.dollars(250),
                                Money.ZERO,
                                Money.dollars(250),
                                NOW.minus(month),
                                NOW.minus(month),
                                null),
                        new InvoiceView(
                                SPENT,
                                "SW-2026-0902",
                                InvoiceStage.PAID,
                                Money.dollars(250),
                                Money.dollars(250),
                                Money.dollars(250),
                                Money.ZERO,
                                NOW.minus(month.multipliedBy(2)),
                                NOW.minus(month.multipliedBy(2)),
                                null)),
                List.of(
                        new RefundView(
                                RefundId.next(),
                                SPENT,
                                Money.dollars(250),
                                RefundReason.DUPLICATE,
                                RefundStage.DONE,
                                NOW.minus(month),
                                null)),
                List.of(
                        new OwedRefundView(
                                RefundReason.PHARMACY_REJECT, NOW.minus(Duration.ofHours(3)))),
                List.of(
                        new TimelineRow(
                                NOW.minus(Duration.ofDays(1)),
                                "Payment failed: card declined",
                                "in_1QExample5Ra"),
                        new TimelineRow(NOW.minus(month), "Invoice paid", "in_1QExample4Ty"),
                        new TimelineRow(NOW.minus(month.multipliedBy(2)), "Card saved", null)),
                List.of(
                        new NoticeView(
                                "evt_2",
                                "invoice.payment_failed",
                                NoticeStage.KEPT,
                                NOW.minus(Duration.ofDays(1))),
                        new NoticeView(
                                "evt_1", "invoice.paid", NoticeStage.DONE, NOW.minus(month))));
    }
}
