package health.stillwater.portals.billing;

import health.stillwater.billing.AccountView;
import health.stillwater.billing.InvoiceId;
import health.stillwater.billing.InvoiceView;
import health.stillwater.billing.RefundReason;
import health.stillwater.kernel.Money;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Choice;
import java.util.Arrays;
import java.util.List;

/** One invoice of which money is to be given back. */
public record RefundPage(AccountPage page, InvoiceView invoice) {

    /** The invoice of this account; another account's is not there. */
    static RefundPage of(AccountView account, InvoiceId id) {
        var invoice =
                account.invoices().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new Refusal.Missing("The invoice"));
        return new RefundPage(new AccountPage(account), invoice);
    }

    public AccountView account() {
        return page.account();
    }

    public String address() {
        return page.refunds(invoice);
    }

    public boolean anythingLeft() {
        return invoice.refundable().compareTo(Money.ZERO) > 0;
    }

    public List<Choice> reasons() {
        return Arrays.stream(RefundReason.values())
                .map(reason -> Choice.of(reason.name(), reason.words()))
                .toList();
    }
}
