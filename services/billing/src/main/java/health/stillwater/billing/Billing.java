package health.stillwater.billing;

import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Seen;
import health.stillwater.runtime.Acting;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of billing. */
@Service
public class Billing {

    private final CardDesk cards;
    private final RefundFile refunds;
    private final AccountBook book;
    private final LeaveBook leaves;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Billing(
            CardDesk cards,
            RefundFile refunds,
            AccountBook book,
            LeaveBook leaves,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cards = cards;
        this.refunds = refunds;
        this.book = book;
        this.leaves = leaves;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Where the patient goes to save a card; it is charged nothing. Asks Stripe, so it is called
     * outside a transaction.
     */
    public URI saveCard(PatientId patient, URI success, URI cancel) {
        return cards.sendToPage(patient, success, cancel);
    }

    /** Whether a card is on file, as far as we know. */
    @Transactional(readOnly = true)
    public boolean cardOnFile(PatientId patient) {
        return book.cardOf(patient).onFile();
    }

    /**
     * The card on file. When the patient was sent to save one and no word of it came, Stripe is
     * asked; so it is called outside a transaction.
     */
    public CardView cardOf(PatientId patient) {
        cards.askAbout(patient);
        return book.cardOf(patient);
    }

    /** A patient's money with us, for the patient. */
    @Transactional(readOnly = true)
    public PlanView planOf(PatientId patient) {
        return book.planOf(patient);
    }

    /**
     * Ends the patient's membership: a month that is paid runs to its end, and nothing is charged
     * after it.
     */
    @Transactional
    public void endMembership(PatientId patient) {
        leaves.ask(patient);
    }

    /**
     * Accounts whose e-mail, number, reference or Stripe id holds the text, newest first; all of
     * them for none.
     */
    @Transactional
    public List<AccountRow> accounts(String text) {
        var found = book.accounts(text);
        events.publishEvent(new AccountsListed(found.size(), clock.instant()));
        return found;
    }

    /** One account, for staff; the look leaves a trace. */
    @Transactional
    public AccountView account(PatientId patient) {
        var account = book.account(patient);
        if (Acting.now().kind().staff()) {
            events.publishEvent(
                    new Seen(patient, "account " + account.reference(), clock.instant()));
        }
        return account;
    }

    /** What billing staff must look at, oldest first. */
    @Transactional(readOnly = true)
    public List<WorkRow> work() {
        return book.work();
    }

    /** Gives money back, never more than was paid. */
    @Transactional
    public void refund(InvoiceId invoice, Money amount, RefundReason reason) {
        refunds.ask(invoice, amount, reason);
    }

    /** Puts a refund on the list of billing staff, as part of the caller's transaction. */
    @Transactional
    public void oweRefund(PatientId patient, RefundReason reason) {
        refunds.owe(patient, reason);
    }
}
