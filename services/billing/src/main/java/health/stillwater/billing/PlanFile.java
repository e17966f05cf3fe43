package health.stillwater.billing;

import static health.stillwater.billing.BillingTasks.CHARGE_CARD;
import static health.stillwater.billing.BillingTasks.END_SUBSCRIPTION;
import static health.stillwater.billing.BillingTasks.START_SUBSCRIPTION;

import health.stillwater.kernel.PatientId;
import health.stillwater.prescribing.PrescriptionApproved;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The monthly plans, each step a transaction of its own. Never asks Stripe. */
@Component
@Transactional
class PlanFile {

    /** What must be settled at Stripe about a plan that exists there. */
    record Open(String subscription, String card, Optional<String> unpaidInvoice) {}

    private static final Set<Stage> OVER = EnumSet.of(Stage.CANCELED, Stage.REFUSED);

    private final Subscriptions subscriptions;
    private final CoveredDecisions decisions;
    private final Invoices invoices;
    private final Accounts accounts;
    private final LeaveBook leaves;
    private final Diary diary;
    private final Schedule schedule;
    private final StripeSettings settings;
    private final Clock clock;

    PlanFile(
            Subscriptions subscriptions,
            CoveredDecisions decisions,
            Invoices invoices,
            Accounts accounts,
            LeaveBook leaves,
            Diary diary,
            Schedule schedule,
            StripeSettings settings,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.decisions = decisions;
        this.invoices = invoices;
        this.accounts = accounts;
        this.leaves = leaves;
        this.diary = diary;
        this.schedule = schedule;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A decision was approved: the intention to charge for it, or, when a plan runs already,
     * nothing more than that the plan covers it. One patient never pays twice for one month.
     */
    void approved(PrescriptionApproved news) {
        if (decisions.existsById(news.decision())) {
            return;
        }
        var running = subscriptions.findByPatientAndStageNotIn(news.subject(), OVER);
        var plan = running.orElseGet(() -> planned(news));
        decisions.save(CoveredDecision.by(plan.id(), news));
        coverWhatIsPaid(plan);
    }

    private Subscription planned(PrescriptionApproved news) {
        var now = clock.instant();
        var plan =
                subscriptions.save(
                        Subscription.plan(news.subject(), news.decision(), settings.price(), now));
        diary.note(news.subject(), "Membership to be started", null);
        schedule.now(START_SUBSCRIPTION, plan.id().toString());
        return plan;
    }

    PlanStep next(SubscriptionId id) {
        var plan = locked(id);
        var account = accounts.findById(plan.patient());
        var customer = account.flatMap(Account::customer);
        if (customer.isEmpty()) {
            return new PlanStep.Nothing();
        }
        return switch (plan.stage()) {
            case PLANNED ->
                    account.flatMap(Account::card)
                            .map(card -> sent(plan, customer.get(), card))
                            .orElseGet(PlanStep.Nothing::new);
            case STARTING -> new PlanStep.Ask(plan.order(customer.get()));
            case ACTIVE, PAST_DUE, CANCELED, REFUSED -> new PlanStep.Nothing();
        };
    }

    private PlanStep sent(Subscription plan, String customer, String card) {
        plan.sent(card, clock.instant());
        subscriptions.save(plan);
        return new PlanStep.Start(plan.order(customer));
    }

    void triesAnew(SubscriptionId id) {
        var plan = locked(id);
        plan.triesAnew();
        subscriptions.save(plan);
    }

    void refused(SubscriptionId id, String words) {
        var plan = locked(id);
        if (plan.waitsForAnswer()) {
            plan.refused(words, clock.instant());
            subscriptions.save(plan);
            diary.note(plan.patient(), "Stripe refused to start the membership: " + words, null);
            diary.alarm(plan.patient(), "Stripe refused to start subscription " + id);
        }
    }

    /** How a plan stands at Stripe. Answers whose it is; nobody's for one that is not ours. */
    Optional<PatientId> standsAtStripe(PlanAtStripe there) {
        var ours = subscriptions.idAtStripe(there.id()).or(there::ours);
        var plan = ours.flatMap(subscriptions::lock);
        if (plan.isEmpty()) {
            diary.alarm(null, "Stripe has a subscription we do not know: " + there.id());
            return Optional.empty();
        }
        var patient = plan.get().patient();
        var customer = accounts.findById(patient).flatMap(Account::customer);
        if (!customer.equals(Optional.of(there.customer()))) {
            diary.alarm(patient, "a subscription stands with another customer: " + there.id());
        } else if (plan.get().is(there)) {
            takeOver(plan.get(), there);
        } else if (there.stage() != Stage.CANCELED) {
            diary.alarm(patient, "Stripe runs a second subscription for one plan: " + there.id());
        }
        return Optional.of(patient);
    }

    private void takeOver(Subscription plan, PlanAtStripe there) {
        var before = plan.stage();
        if (before == Stage.CANCELED || plan.knowsBetterThan(there)) {
            return; // It is over, and only a new card or a new decision begins again; or this is
            // old.
        }
        plan.standsAtStripe(there, clock.instant());
        subscriptions.save(plan);
        if (before != plan.stage()) {
            diary.note(plan.patient(), "Membership: " + plan.stage().words(), there.id());
        }
        if (leaves.asked(plan.id()) && plan.stage() == Stage.ACTIVE) {
            schedule.now(END_SUBSCRIPTION, plan.id().toString());
        }
        there.invoices().forEach(invoice -> takeOver(plan, invoice));
        coverWhatIsPaid(plan);
    }

    private void takeOver(Subscription plan, InvoiceAtStripe there) {
        var known = invoices.findByStripeInvoice(there.id());
        var wasPaid = known.map(invoice -> invoice.paidCents() > 0).orElse(false);
        var invoice = known.orElseGet(() -> Invoice.of(plan, there));
        invoice.standsAtStripe(there);
        invoices.save(invoice);
        if (!wasPaid && there.stage() == InvoiceStage.PAID) {
            diary.note(plan.patient(), "Invoice " + there.number() + " paid", there.id());
        }
    }

    /** The only place from which an order may go out: the plan is active, and money came. */
    private void coverWhatIsPaid(Subscription plan) {
        var paid = invoices.findBySubscriptionAndStage(plan.id(), InvoiceStage.PAID);
        if (plan.stage() == Stage.ACTIVE
                && paid.stream().anyMatch(invoice -> invoice.paidCents() > 0)) {
            for (var decision : decisions.findBySubscriptionAndPaidAtIsNull(plan.id())) {
                decision.paid(clock.instant());
                decisions.save(decision);
            }
        }
    }

    /** A new card is on file: what waited for one goes on. */
    void cardSaved(PatientId patient) {
        var latest = subscriptions.latestOf(patient);
        if (latest.isEmpty()) {
            return;
        }
        var plan = locked(latest.get());
        switch (plan.stage()) {
            case PLANNED -> schedule.now(START_SUBSCRIPTION, plan.id().toString());
            case ACTIVE, PAST_DUE -> schedule.now(CHARGE_CARD, plan.id().toString());
            case CANCELED -> beginAgain(plan);
            case STARTING, REFUSED -> {}
        }
    }

    private void beginAgain(Subscription plan) {
        if (!leaves.asked(plan.id())
                && decisions.existsBySubscriptionAndPaidAtIsNull(plan.id())
                && !decisions.existsBySubscriptionAndPaidAtIsNotNull(plan.id())) {
            plan.plannedAnew(clock.instant());
            subscriptions.save(plan);
            diary.note(plan.patient(), "Membership to be started again, with the new card", null);
            schedule.now(START_SUBSCRIPTION, plan.id().toString());
        }
    }

    /** What the card on file must still be told or charged for. */
    Optional<Open> open(SubscriptionId id) {
        var plan = locked(id);
        var card = accounts.findById(plan.patient()).flatMap(Account::card);
        var running = plan.stage() == Stage.ACTIVE || plan.stage() == Stage.PAST_DUE;
        if (!running || card.isEmpty() || plan.atStripe().isEmpty()) {
            return Optional.empty();
        }
        var unpaid =
                invoices.findBySubscriptionAndStage(id, InvoiceStage.OPEN).stream().findFirst();
        return Optional.of(
                new Open(plan.atStripe().get(), card.get(), unpaid.map(Invoice::atStripe)));
    }

    @Transactional(readOnly = true)
    Optional<String> atStripe(SubscriptionId id) {
        return subscriptions.findById(id).flatMap(Subscription::atStripe);
    }

    private Subscription locked(SubscriptionId id) {
        return subscriptions
                .lock(id)
                .orElseThrow(() -> new IllegalStateException("no such subscription: " + id));
    }
}
