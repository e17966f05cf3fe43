package health.stillwater.checkins;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What check-ins do by themselves: send each text, follow it until it is settled, and read what
 * comes in.
 */
@Configuration
@EnableConfigurationProperties({
    CheckInSettings.class,
    ListeningSettings.class,
    TwilioSettings.class,
    PublicAddress.class
})
class CheckInTasks {

    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("checkins.send");
    static final TaskDescriptor<Void> READ_REPLY = TaskDescriptor.of("checkins.read-reply");
    static final TaskDescriptor<Void> READ_REPORT = TaskDescriptor.of("checkins.read-report");

    private static final Duration SOON = Duration.ofSeconds(30);

    /** One task for each text, from the day it is planned until it is settled. */
    @Bean
    Task<Void> sendTask(Messenger messenger) {
        return Tasks.custom(SEND)
                .onFailure(new FailureHandler.OnFailureRetryLater<Void>(SOON))
                .onDeadExecutionRevive()
                .execute(
                        (task, context) -> {
                            var again = messenger.runs(UUID.fromString(task.getId()));
                            return again.<CompletionHandler<Void>>map(
                                            at ->
                                                    (complete, execution) ->
                                                            execution.reschedule(complete, at))
                                    .orElse((complete, execution) -> execution.remove());
                        });
    }

    @Bean
    Task<Void> readReplyTask(Reading reading) {
        return Tasks.oneTime(READ_REPLY)
                .onFailure(new FailureHandler.OnFailureRetryLater<Void>(SOON))
                .execute((task, context) -> reading.read(UUID.fromString(task.getId())));
    }

    @Bean
    Task<Void> readReportTask(Reports reports) {
        return Tasks.oneTime(READ_REPORT)
                .onFailure(new FailureHandler.OnFailureRetryLater<Void>(SOON))
                .execute((task, context) -> reports.read(UUID.fromString(task.getId())));
    }
}
