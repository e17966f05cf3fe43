package health.stillwater.billing;

import health.stillwater.kernel.Money;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts for those who may see them. No word of the treatment stands in it. */
@Component
class AccountBook {

    private static final int ROWS = 100;
    private static final Duration DOUBT = Duration.ofMinutes(30);

    private final Accounts accounts;
    private final Subscriptions subscriptions;
    private final CoveredDecisions decisions;
    private final Invoices invoices;
    private final Refunds refunds;
    private final OwedRefunds owed;
    private final Notices notices;
    private final LeaveBook leaves;
    private final Diary diary;
    private final JdbcClient jdbc;
    private final StripeSettings settings;
    private final Clock clock;

    AccountBook(
            Accounts accounts,
            Subscriptions subscriptions,
            CoveredDecisions decisions,
            Invoices invoices,
            Refunds refunds,
            OwedRefunds owed,
            Notices notices,
            LeaveBook leaves,
            Diary diary,
            JdbcClient jdbc,
            StripeSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.decisions = decisions;
        this.invoices = invoices;
        this.refunds = refunds;
        this.owed = owed;
        this.notices = notices;
        this.leaves = leaves;
        this.diary = diary;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    PlanView planOf(PatientId patient) {
        var plan = subscriptions.findFirstByPatientOrderByPlannedAtDesc(patient);
        var bills = invoicesOf(patient);
        return new PlanView(
                plan.map(this::stageOf).orElseGet(() -> declined(patient)),
                plan.map(Subscription::priceCents)
                        .map(Money::new)
                        .orElseGet(() -> new Money(settings.price())),
                paid(bills),
                cardOf(patient),
                nextCharge(plan),
                plan.filter(this::ending).map(Subscription::nextCharge).orElse(null),
                bills,
                refunds.findByPatientOrderByAskedAtDesc(patient).stream()
                        .map(Refund::view)
                        .toList(),
                owed.open(patient).stream().map(OwedRefund::view).toList());
    }

    private PlanStage stageOf(Subscription plan) {
        return switch (plan.stage()) {
            case PLANNED ->
                    cardOf(plan.patient()).onFile()
                            ? PlanStage.STARTING
                            : PlanStage.WAITING_FOR_CARD;
            case STARTING -> PlanStage.STARTING;
            case ACTIVE -> ending(plan) ? PlanStage.ENDING : PlanStage.ACTIVE;
            case PAST_DUE -> ending(plan) ? PlanStage.CANCELED : PlanStage.PAST_DUE;
            case CANCELED ->
                    decisions.existsBySubscriptionAndPaidAtIsNull(plan.id()) && !ending(plan)
                            ? PlanStage.PAST_DUE
                            : PlanStage.CANCELED;
            case REFUSED -> PlanStage.WITH_OUR_STAFF;
        };
    }

    /** Whether the patient asked to end it. */
    private boolean ending(Subscription plan) {
        return leaves.asked(plan.id());
    }

    private @Nullable Instant nextCharge(Optional<Subscription> plan) {
        return plan.filter(running -> !ending(running)).map(Subscription::nextCharge).orElse(null);
    }

    private PlanStage declined(PatientId patient) {
        var declined =
                jdbc.sql(
                                "select exists (select 1 from billing.uncharged_request where patient_id = ?)")
                        .param(patient.value())
                        .query(Boolean.class)
                        .single();
        return declined ? PlanStage.NOT_CHARGED : PlanStage.NOTHING_YET;
    }

    CardView cardOf(PatientId patient) {
        return accounts.findById(patient).map(Account::cardView).orElse(CardView.NONE);
    }

    private List<InvoiceView> invoicesOf(PatientId patient) {
        return invoices.findByPatientOrderByCreatedAtDesc(patient).stream()
                .map(invoice -> invoice.view(RefundFile.total(refunds.findByInvoice(invoice.id()))))
                .toList();
    }

    private static Money paid(List<InvoiceView> invoices) {
        return new Money(invoices.stream().mapToLong(invoice -> invoice.paid().cents()).sum());
    }

    AccountView account(PatientId patient) {
        var account =
                accounts.findById(patient).orElseThrow(() -> new Refusal.Missing("The account"));
        var plan = subscriptions.findFirstByPatientOrderByPlannedAtDesc(patient);
        return new AccountView(
                patient,
                account.email(),
                account.reference().toString(),
                account.customer().orElse(null),
                account.cardView(),
                plan.map(Subscription::stage).orElse(null),
                plan.flatMap(Subscription::atStripe).orElse(null),
                plan.map(Subscription::priceCents)
                        .map(Money::new)
                        .orElseGet(() -> new Money(settings.price())),
                nextCharge(plan),
                invoicesOf(patient),
                refunds.findByPatientOrderByAskedAtDesc(patient).stream()
                        .map(Refund::view)
                        .toList(),
                owed.open(patient).stream().map(OwedRefund::view).toList(),
                diary.of(patient),
                notices.findByPatientOrderByReceivedAtDesc(patient).stream()
                        .map(Notice::view)
                        .toList());
    }

    /** The text is compared as it stands, so that {@code %} finds a percent sign. */
    List<AccountRow> accounts(String text) {
        return jdbc.sql(
                        """
                        select account.patient_id, account.email, account.reference, account.card, plan.stage,
                            coalesce((select sum(paid_cents) from billing.invoice
                                where invoice.patient_id = account.patient_id), 0) as paid,
                            exists (select 1 from billing.owed_refund owed
                                where owed.patient_id = account.patient_id and owed.refund_id is null) as owes
                        from billing.account
                        left join lateral (select stage from billing.subscription
                            where subscription.patient_id = account.patient_id
                            order by planned_at desc limit 1) plan on true
                        where :text = '' or strpos(lower(concat_ws(' ', account.email, account.reference,
                            account.patient_id, account.stripe_customer,
                            (select string_agg(stripe_subscription, ' ') from billing.subscription
                                where subscription.patient_id = account.patient_id),
                            (select string_agg(number || ' ' || stripe_invoice, ' ') from billing.invoice
                                where invoice.patient_id = account.patient_id))), lower(:text)) > 0
                        order by account.opened_at desc limit :rows
                        """)
                .param("text", text.strip())
                .param("rows", ROWS)
                .query((row, number) -> accountRow(row))
                .list();
    }

    private static AccountRow accountRow(ResultSet row) throws SQLException {
        var stage = Optional.ofNullable(row.getString("stage")).map(Stage::valueOf).orElse(null);
        return new AccountRow(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("email"),
                row.getString("reference"),
                row.getString("card") != null,
                stage,
                new Money(row.getLong("paid")),
                attention(Optional.ofNullable(stage), row.getBoolean("owes")).orElse(null));
    }

    private static Optional<String> attention(Optional<Stage> stage, boolean owes) {
        if (owes) {
            return Optional.of("Refund owed");
        }
        return stage.filter(one -> one == Stage.PAST_DUE || one == Stage.REFUSED).map(Stage::words);
    }

    List<WorkRow> work() {
        return jdbc.sql(
                        """
                        select patient_id, 'Refund owed' as what, since as at from billing.owed_refund
                            where refund_id is null
                        union all
                        select patient_id, 'Payment failed', coalesce(checked_at, planned_at)
                            from billing.subscription where stage = 'PAST_DUE'
                        union all
                        select patient_id, 'No sure answer from Stripe about a membership', sent_at
                            from billing.subscription where stage = 'STARTING' and sent_at < :doubt
                        union all
                        select patient_id, 'No sure answer from Stripe about a refund', asked_at
                            from billing.refund where stage = 'SENT_UNKNOWN' and asked_at < :doubt
                        union all
                        select patient_id, what, at from billing.alarm
                        order by at limit 200
                        """)
                .param("doubt", clock.instant().minus(DOUBT).atOffset(ZoneOffset.UTC))
                .query(
                        (row, number) ->
                                new WorkRow(
                                        Optional.ofNullable(row.getObject("patient_id", UUID.class))
                                                .map(PatientId::new)
                                                .orElse(null),
                                        row.getString("what"),
                                        row.getObject("at", Timestamp.class).toInstant()))
                .list();
    }
}
