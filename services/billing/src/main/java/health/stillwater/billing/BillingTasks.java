package health.stillwater.billing;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import health.stillwater.kernel.PatientId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What billing does by itself. Each task answers whether its matter is settled; until then it comes
 * back, later and later, and never gives up: money is never left in doubt.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StripeSettings.class)
class BillingTasks {

    static final TaskDescriptor<Void> START_SUBSCRIPTION =
            TaskDescriptor.of("billing.start-subscription");
    static final TaskDescriptor<Void> FOLLOW_SUBSCRIPTION =
            TaskDescriptor.of("billing.follow-subscription");
    static final TaskDescriptor<Void> END_SUBSCRIPTION =
            TaskDescriptor.of("billing.end-subscription");
    static final TaskDescriptor<Void> CHARGE_CARD = TaskDescriptor.of("billing.charge-card");
    static final TaskDescriptor<Void> ASK_CARD = TaskDescriptor.of("billing.ask-card");
    static final TaskDescriptor<Void> SEND_REFUND = TaskDescriptor.of("billing.send-refund");
    static final TaskDescriptor<Void> OWE_REFUND = TaskDescriptor.of("billing.owe-refund");
    static final TaskDescriptor<Void> READ_NOTICE = TaskDescriptor.of("billing.read-notice");

    private static final TaskDescriptor<Void> ASK_STRIPE = TaskDescriptor.of("billing.ask-stripe");

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LAST_WAIT = Duration.ofHours(1);

    private final Clock clock;

    BillingTasks(Clock clock) {
        this.clock = clock;
    }

    @Bean
    Task<Void> startSubscription(PlanDesk desk) {
        return untilSettled(START_SUBSCRIPTION, id -> desk.start(SubscriptionId.of(id)));
    }

    @Bean
    Task<Void> followSubscription(PlanDesk desk) {
        return untilSettled(FOLLOW_SUBSCRIPTION, id -> desk.follow(SubscriptionId.of(id)));
    }

    @Bean
    Task<Void> endSubscription(LeaveDesk desk) {
        return untilSettled(END_SUBSCRIPTION, id -> desk.end(SubscriptionId.of(id)));
    }

    @Bean
    Task<Void> chargeCard(PlanDesk desk) {
        return untilSettled(CHARGE_CARD, id -> desk.charge(SubscriptionId.of(id)));
    }

    @Bean
    Task<Void> askCard(CardDesk desk) {
        return untilSettled(ASK_CARD, id -> desk.askAbout(PatientId.of(id)));
    }

    @Bean
    Task<Void> sendRefund(RefundDesk desk) {
        return untilSettled(SEND_REFUND, id -> desk.send(RefundId.of(id)));
    }

    @Bean
    Task<Void> oweRefund(RefundFile file) {
        return untilSettled(
                OWE_REFUND,
                id -> {
                    var cut = id.indexOf(':');
                    file.owes(
                            PatientId.of(id.substring(0, cut)),
                            RefundReason.valueOf(id.substring(cut + 1)));
                    return true;
                });
    }

    @Bean
    Task<Void> readNotice(NoticeReading reading) {
        return untilSettled(READ_NOTICE, reading::read);
    }

    @Bean
    RecurringTask<Void> askStripe(Sweep sweep, StripeSettings settings) {
        return Tasks.recurring(ASK_STRIPE, Schedules.fixedDelay(settings.askEvery()))
                .execute((task, context) -> sweep.ask());
    }

    private Task<Void> untilSettled(TaskDescriptor<Void> task, Predicate<String> work) {
        FailureHandler<Void> again =
                (complete, operations) -> operations.reschedule(complete, nextTry(complete));
        return Tasks.custom(task)
                .onFailure(again)
                .onDeadExecutionRevive()
                .execute(
                        (instance, context) -> {
                            if (work.test(instance.getId())) {
                                return new CompletionHandler.OnCompleteRemove<>();
                            }
                            throw new Unsettled(instance.getId());
                        });
    }

    private Instant nextTry(ExecutionComplete complete) {
        var failures = Math.min(complete.getExecution().consecutiveFailures, 20);
        var wait = FIRST_WAIT.multipliedBy(1L << failures);
        return clock.instant().plus(wait.compareTo(LAST_WAIT) > 0 ? LAST_WAIT : wait);
    }

    /** Not an error, but not settled: the task comes back. */
    private static final class Unsettled extends RuntimeException {
        Unsettled(String id) {
            super("not settled yet: " + id, null, false, false);
        }
    }
}
