package health.stillwater.billing;

import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Service;

/** The front door of billing. */
@Service
public class Billing {

    Billing() {}

    /**
     * Where the patient goes to save a card; it is charged nothing. Asks Stripe, so it is called
     * outside a transaction.
     */
    public URI saveCard(PatientId patient, URI success, URI cancel) {
        throw new UnsupportedOperationException();
    }

    /** Whether a card is on file, as far as we know. */
    public boolean cardOnFile(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    /**
     * The card on file. When the patient was sent to save one and no word of it came, Stripe is
     * asked; so it is called outside a transaction.
     */
    public CardView cardOf(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    /** A patient's money with us, for the patient. */
    public PlanView planOf(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    /** Accounts whose e-mail, reference or Stripe id holds the text; all of them for none. */
    public List<AccountRow> accounts(String text) {
        throw new UnsupportedOperationException();
    }

    /** One account, for staff; the look leaves a trace. */
    public AccountView account(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    /** What billing staff must look at, oldest first. */
    public List<WorkRow> work() {
        throw new UnsupportedOperationException();
    }

    /** Gives money back, never more than was paid. */
    public void refund(InvoiceId invoice, Money amount, RefundReason reason) {
        throw new UnsupportedOperationException();
    }

    /** Puts a refund on the list of billing staff, as part of the caller's transaction. */
    public void oweRefund(PatientId patient, RefundReason reason) {
        throw new UnsupportedOperationException();
    }
}
