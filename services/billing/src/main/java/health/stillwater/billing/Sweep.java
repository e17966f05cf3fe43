package health.stillwater.billing;

import static health.stillwater.billing.BillingTasks.ASK_CARD;
import static health.stillwater.billing.BillingTasks.CHARGE_CARD;
import static health.stillwater.billing.BillingTasks.END_SUBSCRIPTION;
import static health.stillwater.billing.BillingTasks.FOLLOW_SUBSCRIPTION;
import static health.stillwater.billing.BillingTasks.READ_NOTICE;
import static health.stillwater.billing.BillingTasks.SEND_REFUND;
import static health.stillwater.billing.BillingTasks.START_SUBSCRIPTION;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for what nobody told us: a webhook that never came, a task that was lost. It only puts
 * questions on the list of work; what is there already stays there once.
 */
@Component
@Transactional
class Sweep {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Schedule schedule;
    private final StripeSettings settings;
    private final Clock clock;

    Sweep(JdbcClient jdbc, Schedule schedule, StripeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.schedule = schedule;
        this.settings = settings;
        this.clock = clock;
    }

    void ask() {
        var now = clock.instant();
        var late = now.minus(settings.askAfter());
        plans(now, late);
        wishes(late);
    }

    /** How the plans stand. */
    private void plans(Instant now, Instant late) {
        put(
                START_SUBSCRIPTION,
                "select plan.id from billing.subscription plan join billing.account using (patient_id)"
                        + " where plan.stage = 'STARTING' and plan.sent_at < :limit"
                        + " or plan.stage = 'PLANNED' and plan.planned_at < :limit and account.card is not null",
                late);
        put(
                FOLLOW_SUBSCRIPTION,
                "select id from billing.subscription where stage = 'PAST_DUE' and checked_at < :limit",
                late);
        put(
                FOLLOW_SUBSCRIPTION,
                "select plan.id from billing.subscription plan where plan.stage = 'ACTIVE' and plan.checked_at < :limit"
                        + " and exists (select 1 from billing.covered_decision decision"
                        + " where decision.subscription_id = plan.id and decision.paid_at is null)",
                late);
        put(
                FOLLOW_SUBSCRIPTION,
                "select id from billing.subscription where stage = 'ACTIVE' and period_ends_at < :limit",
                now);
        put(
                FOLLOW_SUBSCRIPTION,
                "select id from billing.subscription where stage = 'ACTIVE' and checked_at < :limit",
                now.minus(DAY));
    }

    /** What somebody asked for and Stripe may not know, or has not answered. */
    private void wishes(Instant late) {
        put(
                END_SUBSCRIPTION,
                "select subscription_id from billing.leave join billing.subscription plan on plan.id = subscription_id"
                        + " where told_at is null and asked_at < :limit and plan.stage in ('ACTIVE', 'PAST_DUE')",
                late);
        put(
                CHARGE_CARD,
                "select plan.id from billing.subscription plan join billing.account using (patient_id)"
                        + " where plan.stage in ('ACTIVE', 'PAST_DUE') and plan.card <> account.card"
                        + " and account.card_set_up_at < :limit",
                late);
        put(
                SEND_REFUND,
                "select id from billing.refund where stage in ('PLANNED', 'SENT_UNKNOWN', 'PENDING')"
                        + " and asked_at < :limit",
                late);
        put(
                READ_NOTICE,
                "select id from billing.notice where stage = 'KEPT' and received_at < :limit",
                late);
        put(
                ASK_CARD,
                "select patient_id from billing.account where open_session is not null"
                        + " and session_opened_at between :limit - interval '25 hours' and :limit",
                late);
    }

    private void put(TaskDescriptor<Void> task, String which, Instant limit) {
        jdbc.sql(which + " limit " + BATCH)
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getString(1))
                .list()
                .forEach(id -> schedule.now(task, id));
    }
}
