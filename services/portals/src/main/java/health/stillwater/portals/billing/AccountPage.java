package health.stillwater.portals.billing;

import health.stillwater.billing.AccountView;
import health.stillwater.billing.InvoiceStage;
import health.stillwater.billing.InvoiceView;
import health.stillwater.kernel.Money;
import health.stillwater.portals.shell.Moments;
import java.util.function.Function;

/** One account, as billing staff read it. */
public record AccountPage(AccountView account) {

    public String address() {
        return "/billing/accounts/" + account.patient();
    }

    public String refunds(InvoiceView invoice) {
        return address() + "/invoices/" + invoice.id() + "/refunds";
    }

    /** What Stripe still waits for. */
    public Money open() {
        return new Money(
                account.invoices().stream()
                        .filter(invoice -> invoice.stage() == InvoiceStage.OPEN)
                        .mapToLong(invoice -> invoice.due().cents())
                        .sum());
    }

    public Money paid() {
        return sum(InvoiceView::paid);
    }

    public Money refunded() {
        return sum(InvoiceView::refunded);
    }

    public String nextCharge() {
        var at = account.nextCharge();
        return at == null ? "None" : Moments.brief(at, Moments.HOUSE);
    }

    /** {@code visa, ends 4242, expires 04/2029}. */
    public String card() {
        var card = account.card();
        return card.onFile()
                ? card.brand() + ", ends " + card.last4() + ", expires " + card.expires()
                : "None on file";
    }

    private Money sum(Function<InvoiceView, Money> part) {
        return new Money(
                account.invoices().stream()
                        .mapToLong(invoice -> part.apply(invoice).cents())
                        .sum());
    }
}
