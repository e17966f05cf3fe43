package health.stillwater.billing;

import static health.stillwater.billing.BillingTasks.OWE_REFUND;
import static health.stillwater.billing.BillingTasks.SEND_REFUND;

import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.runtime.Acting;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The refunds, asked for and owed; each step a transaction of its own. Never asks Stripe. */
@Component
@Transactional
class RefundFile {

    private final Refunds refunds;
    private final OwedRefunds owed;
    private final Invoices invoices;
    private final Diary diary;
    private final Schedule schedule;
    private final Clock clock;

    RefundFile(
            Refunds refunds,
            OwedRefunds owed,
            Invoices invoices,
            Diary diary,
            Schedule schedule,
            Clock clock) {
        this.refunds = refunds;
        this.owed = owed;
        this.invoices = invoices;
        this.diary = diary;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * The intention to give money back. The invoice is locked, so two cannot exceed what was paid.
     */
    void ask(InvoiceId id, Money amount, RefundReason reason) {
        var invoice = invoices.lock(id).orElseThrow(() -> new Refusal.Missing("The invoice"));
        var before = refunds.findByInvoice(id);
        refuseWhatCannotBe(invoice, amount, before);
        if (before.stream()
                .anyMatch(other -> other.stage().underWay() && other.amount().equals(amount))) {
            throw new Refusal.Overtaken("The same refund is already under way.");
        }
        var refund =
                refunds.save(
                        Refund.ask(invoice, amount, reason, Acting.now().id(), clock.instant()));
        owed.open(invoice.patient()).stream()
                .filter(debt -> debt.view().reason() == reason)
                .findFirst()
                .ifPresent(
                        debt -> {
                            debt.settledBy(refund.id());
                            owed.save(debt);
                        });
        diary.note(
                invoice.patient(),
                "Refund of " + amount + " asked for: " + reason.words(),
                invoice.number());
        schedule.now(SEND_REFUND, refund.id().toString());
    }

    private static void refuseWhatCannotBe(
            Invoice invoice, Money amount, Collection<Refund> before) {
        var left = invoice.refundable(total(before));
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw new Refusal.Forbidden("Enter an amount above zero.");
        }
        if (amount.compareTo(left) > 0) {
            throw new Refusal.Forbidden(
                    "No more than " + left + " of this invoice can be refunded.");
        }
    }

    /** What went back of an invoice, or is on its way. */
    static Money total(Collection<Refund> refunds) {
        return new Money(
                refunds.stream()
                        .filter(refund -> refund.stage().counts())
                        .mapToLong(refund -> refund.amount().cents())
                        .sum());
    }

    RefundStep next(RefundId id) {
        var refund = locked(id);
        var order = refund.order(intent(refund));
        return switch (refund.stage()) {
            case PLANNED -> {
                refund.sent(clock.instant());
                refunds.save(refund);
                yield new RefundStep.Send(order);
            }
            case SENT_UNKNOWN -> new RefundStep.Ask(order);
            case PENDING ->
                    refund.atStripe()
                            .<RefundStep>map(RefundStep.Follow::new)
                            .orElseGet(() -> new RefundStep.Ask(order));
            case DONE, REFUSED, HUMAN -> new RefundStep.Nothing();
        };
    }

    private String intent(Refund refund) {
        return invoices.findById(refund.invoice())
                .flatMap(Invoice::intent)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "paid without a payment: " + refund.invoice()));
    }

    void triesAnew(RefundId id) {
        var refund = locked(id);
        refund.triesAnew();
        refunds.save(refund);
    }

    void refused(RefundId id, String words) {
        var refund = locked(id);
        if (refund.stage() == RefundStage.SENT_UNKNOWN) {
            refund.refused(words, clock.instant());
            refunds.save(refund);
            cameToNothing(refund, words);
        }
    }

    /** How a refund stands at Stripe. Answers whose it is; nobody's for one that is not ours. */
    Optional<PatientId> standsAtStripe(RefundAtStripe there) {
        var found = there.ours().flatMap(refunds::lock);
        if (found.isEmpty()) {
            diary.alarm(null, "a refund was made at Stripe and not here: " + there.id());
            return Optional.empty();
        }
        var refund = found.get();
        var before = refund.stage();
        refund.standsAtStripe(there, clock.instant());
        refunds.save(refund);
        if (before != refund.stage()) {
            diary.note(
                    refund.patient(),
                    "Refund of " + refund.amount() + ": " + refund.stage().words(),
                    there.id());
            if (refund.stage() == RefundStage.HUMAN) {
                cameToNothing(refund, "sent back by the bank");
            }
        }
        return Optional.of(refund.patient());
    }

    private void cameToNothing(Refund refund, String words) {
        diary.alarm(refund.patient(), "refund " + refund.id() + " came to nothing: " + words);
        owed.findByRefund(refund.id())
                .ifPresent(
                        debt -> {
                            debt.owedStill();
                            owed.save(debt);
                        });
    }

    /**
     * Only puts it on the list of work: whoever says that money is owed (a pharmacist, for one) may
     * not see what a patient paid, and so writes nothing here.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void owe(PatientId patient, RefundReason reason) {
        schedule.now(OWE_REFUND, patient + ":" + reason);
    }

    void owes(PatientId patient, RefundReason reason) {
        if (!owed.isOpen(patient, reason)) {
            owed.save(OwedRefund.to(patient, reason, clock.instant()));
            diary.note(patient, "Refund owed: " + reason.words(), null);
        }
    }

    private Refund locked(RefundId id) {
        return refunds.lock(id)
                .orElseThrow(() -> new IllegalStateException("no such refund: " + id));
    }
}
