package health.stillwater.prescribing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What prescribing does by itself. */
@Configuration(proxyBeanMethods = false)
class PrescribingTasks {

    private static final Duration KEEP_LOGS_EVERY = Duration.ofHours(6);

    /** A log is due seven days after its month; it is there within hours. */
    @Bean
    RecurringTask<Void> keepMonthlyLogs(LogBook logs, TransactionTemplate transaction) {
        return Tasks.recurring("prescribing.keep-logs", FixedDelay.of(KEEP_LOGS_EVERY))
                .execute(
                        (task, context) ->
                                transaction.executeWithoutResult(_ -> logs.keepWhatIsOver()));
    }
}
