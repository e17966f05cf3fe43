package health.stillwater.portals.billing;

import static health.stillwater.portals.billing.SampleAccount.ACCOUNT;
import static health.stillwater.portals.billing.SampleAccount.EMAIL;
import static health.stillwater.portals.billing.SampleAccount.NOW;
import static health.stillwater.portals.billing.SampleAccount.PATIENT;
import static health.stillwater.portals.billing.SampleAccount.REFERENCE;
import static health.stillwater.portals.billing.SampleAccount.REFUNDS;
import static health.stillwater.portals.billing.SampleAccount.TAMSIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.billing.AccountRow;
import health.stillwater.billing.Billing;
import health.stillwater.billing.Stage;
import health.stillwater.billing.WorkRow;
import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountPagesTests {

    private final Billing billing = mock(Billing.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        when(billing.account(PATIENT)).thenReturn(SampleAccount.account());
        desk =
                Desk.of(
                        TAMSIN,
                        new AccountsController(billing, Clock.fixed(NOW, ZoneOffset.UTC)),
                        new AccountController(billing));
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
    }

    private Document shown(String name) {
        return Desk.page(desk.mvc().get().uri(ACCOUNT).exchange(), 200, name);
    }

    private static AccountRow row(Stage stage, String attention) {
        return new AccountRow(
                PATIENT, EMAIL, REFERENCE, stage != null, stage, Money.dollars(500), attention);
    }
}
