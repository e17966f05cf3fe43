package health.stillwater.licensing;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What licensing does by itself: it asks the boards, again and again. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LicensingSettings.class)
class LicensingTasks {

    private static final Logger LOG = LoggerFactory.getLogger(LicensingTasks.class);

    static final TaskDescriptor<Void> ASK_BOARD = TaskDescriptor.of("licensing.ask-board");

    private static final TaskDescriptor<Void> ASK_AGAIN = TaskDescriptor.of("licensing.ask-again");
    private static final TaskDescriptor<Void> WATCH_ENDINGS =
            TaskDescriptor.of("licensing.watch-endings");
    private static final Duration LATER = Duration.ofMinutes(1);

    /** Comes back until its source has answered. */
    @Bean
    Task<Void> askBoard(Verification verification, Board board) {
        return Tasks.custom(ASK_BOARD)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(LATER))
                .onDeadExecutionRevive()
                .execute(
                        (task, context) -> {
                            var id = CredentialId.of(task.getId());
                            var answer = board.ask(verification.isAsked(id));
                            return verification
                                    .hears(id, answer)
                                    .<CompletionHandler<Void>>map(
                                            at ->
                                                    (complete, execution) ->
                                                            execution.reschedule(complete, at))
                                    .orElseGet(CompletionHandler.OnCompleteRemove::new);
                        });
    }

    @Bean
    RecurringTask<Void> askAgain(Asking asking, LicensingSettings settings) {
        return Tasks.recurring(ASK_AGAIN, Schedules.fixedDelay(settings.lookEvery()))
                .execute((task, context) -> asking.whatIsOld());
    }

    /** What ends is told before and when it does, whoever sleeps. */
    @Bean
    RecurringTask<Void> watchEndings(Endings endings, LicensingSettings settings) {
        return Tasks.recurring(WATCH_ENDINGS, Schedules.fixedDelay(settings.lookEvery()))
                .execute(
                        (task, context) -> endings.candidates().forEach(id -> lookAt(endings, id)));
    }

    /**
     * One that cannot be looked at keeps nobody from looking at the others; it is looked at again.
     */
    private static void lookAt(Endings endings, CredentialId id) {
        try {
            endings.look(id);
        } catch (RuntimeException broken) {
            LOG.error("Credential {}: whether it ends could not be told.", id, broken);
        }
    }
}
