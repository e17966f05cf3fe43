package health.stillwater.pharmacy;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells of a canceled order, one call a turn, until the pharmacy has it. */
@Configuration
class CancellationTasks {

    static final TaskDescriptor<Void> TELL = TaskDescriptor.of("pharmacy.tell-of-cancellation");

    @Bean
    Task<Void> cancellationTask(
            CallingBack steps, PharmacyLine line, LineSettings settings, Clock clock) {
        return Tasks.custom(TELL)
                .onFailure(new FailureHandler.OnFailureRetryLater<Void>(settings.askAgainAfter()))
                .onDeadExecutionRevive()
                .execute(
                        (task, context) -> {
                            var again = clock.instant().plus(settings.askAgainAfter());
                            return isKnown(OrderId.of(task.getId()), steps, line)
                                    ? isOver()
                                    : (complete, execution) ->
                                            execution.reschedule(complete, again);
                        });
    }

    private static boolean isKnown(OrderId order, CallingBack steps, PharmacyLine line) {
        var step = steps.next(order);
        return switch (step) {
            case CallingBack.Step.Nothing _ -> true;
            case CallingBack.Step.Tell tell ->
                    steps.heard(order, step, line.send(tell.message(), tell.whom()));
            case CallingBack.Step.Ask ask ->
                    steps.heard(order, step, line.ask(ask.message(), ask.whom()));
        };
    }

    private static CompletionHandler<Void> isOver() {
        return (complete, execution) -> execution.remove();
    }
}
