package health.stillwater.pharmacy;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the pharmacy room does by itself: it hands orders over, asks after those in doubt, and
 * judges the held ones again.
 */
@Configuration
@EnableConfigurationProperties(LineSettings.class)
class PharmacyTasks {

    static final TaskDescriptor<Void> HAND_OVER = TaskDescriptor.of("pharmacy.hand-over");

    private static final TaskDescriptor<Void> JUDGE_HELD = TaskDescriptor.of("pharmacy.judge-held");
    private static final Logger LOG = LoggerFactory.getLogger(PharmacyTasks.class);

    @Bean
    Task<Void> handOverTask(
            HandOver handOver, PharmacyLine line, LineSettings settings, Clock clock) {
        return Tasks.custom(HAND_OVER)
                .onFailure(new FailureHandler.OnFailureRetryLater<Void>(settings.askAgainAfter()))
                .onDeadExecutionRevive()
                .execute(
                        (task, context) -> {
                            var again = clock.instant().plus(settings.askAgainAfter());
                            return handedOver(OrderId.of(task.getId()), handOver, line)
                                    ? isOver()
                                    : comesBack(again);
                        });
    }

    /** Whether nothing more is to be done for now. */
    private static boolean handedOver(OrderId id, HandOver steps, PharmacyLine line) {
        return switch (steps.next(id)) {
            case Move.Nothing _ -> true;
            case Move.Send send -> sent(id, send, steps, line);
            case Move.Ask ask -> asked(id, ask, steps, line);
        };
    }

    private static boolean sent(OrderId id, Move.Send send, HandOver steps, PharmacyLine line) {
        switch (line.send(PharmacyMessage.created(id, send.at(), send.checkpoint()), send.to())) {
            case Reply.HasIt _ -> steps.arrived(id);
            case Reply.TurnedAway away -> steps.turnedAway(id, away.status());
            case Reply.NeverHeardOfIt _, Reply.Unknown _ -> {
                LOG.warn("Order {}: the pharmacy gave no clear answer; it will be asked.", id);
                steps.isInDoubt(id);
                return false;
            }
        }
        return true;
    }

    private static boolean asked(OrderId id, Move.Ask ask, HandOver steps, PharmacyLine line) {
        return switch (line.ask(id.value(), ask.whom())) {
            case Reply.HasIt _ -> {
                steps.arrived(id);
                yield true;
            }
            case Reply.NeverHeardOfIt _ ->
                    switch (steps.neverArrived(id)) {
                        case Move.Send send -> sent(id, send, steps, line);
                        case Move.Ask _, Move.Nothing _ -> true;
                    };
            case Reply.TurnedAway _, Reply.Unknown _ -> {
                LOG.warn(
                        "Order {}: the pharmacy does not say whether it has it; it will be asked again.",
                        id);
                yield false;
            }
        };
    }

    private static CompletionHandler<Void> isOver() {
        return (complete, execution) -> execution.remove();
    }

    private static CompletionHandler<Void> comesBack(Instant at) {
        return (complete, execution) -> execution.reschedule(complete, at);
    }

    /** A check that failed may pass now: a license was renewed, a registration came back. */
    @Bean
    RecurringTask<Void> judgeHeldTask(Intake intake, LineSettings settings) {
        return Tasks.recurring(JUDGE_HELD, Schedules.fixedDelay(settings.judgeAgainAfter()))
                .execute((task, context) -> intake.judgeHeldAgain());
    }
}
