package health.stillwater.prescribing;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What prescribing does by itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EpcsSettings.class)
class PrescribingTasks {

    static final TaskDescriptor<Void> FILE = TaskDescriptor.of("prescribing.file-with-vendor");

    private static final Duration KEEP_LOGS_EVERY = Duration.ofHours(6);

    /** One task for each prescription, from its signature until the vendor has it or refuses. */
    @Bean
    Task<Void> fileWithVendor(VendorFile file, EpcsSettings settings, Clock clock) {
        return Tasks.custom(FILE)
                .onFailure(new FailureHandler.OnFailureRetryLater<Void>(settings.askAgainAfter()))
                .onDeadExecutionRevive()
                .execute(
                        (task, context) -> {
                            var again = clock.instant().plus(settings.askAgainAfter());
                            return file.runs(DecisionId.of(task.getId()))
                                    ? (complete, execution) -> execution.remove()
                                    : (complete, execution) ->
                                            execution.reschedule(complete, again);
                        });
    }

    /** A log is due seven days after its month; it is there within hours. */
    @Bean
    RecurringTask<Void> keepMonthlyLogs(LogBook logs, TransactionTemplate transaction) {
        return Tasks.recurring("prescribing.keep-logs", FixedDelay.of(KEEP_LOGS_EVERY))
                .execute(
                        (task, context) ->
                                transaction.executeWithoutResult(_ -> logs.keepWhatIsOver()));
    }
}
