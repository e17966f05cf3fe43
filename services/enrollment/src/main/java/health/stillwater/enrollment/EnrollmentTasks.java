package health.stillwater.enrollment;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import health.stillwater.kernel.PatientId;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What enrollment does with the vendor while nobody waits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class EnrollmentTasks {

    static final TaskDescriptor<Void> ASK_IDENTITY = TaskDescriptor.of("enrollment.ask-identity");
    static final TaskDescriptor<Void> READ_NOTICE =
            TaskDescriptor.of("enrollment.read-identity-notice");
    static final TaskDescriptor<Void> CHECK_ADDRESS = TaskDescriptor.of("enrollment.check-address");

    private static final Logger LOG = LoggerFactory.getLogger(EnrollmentTasks.class);
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofDays(2);

    /** Asks until the vendor has an answer, for two days: its notice may never come. */
    @Bean
    Task<Void> askIdentity(IdentityDesk desk, Clock clock) {
        return Tasks.custom(ASK_IDENTITY)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofMinutes(1)))
                .execute(
                        (task, context) -> {
                            var check = IdentityCheckId.of(task.getId());
                            if (desk.ask(check)
                                    || desk.begunBefore(check, clock.instant().minus(PATIENCE))) {
                                return new CompletionHandler.OnCompleteRemove<>();
                            }
                            return (complete, operations) ->
                                    operations.reschedule(complete, clock.instant().plus(LATER));
                        });
    }

    @Bean
    Task<Void> readIdentityNotice(IdentityInbox inbox) {
        return Tasks.oneTime(READ_NOTICE)
                .onFailure(EnrollmentTasks.retried())
                .execute((task, context) -> inbox.read(task.getId()));
    }

    /** An address counts for the day it was found on, so it is asked about again. */
    @Bean
    Task<Void> checkAddress(AddressDesk desk) {
        return Tasks.oneTime(CHECK_ADDRESS)
                .onFailure(EnrollmentTasks.retried())
                .execute((task, context) -> desk.recheck(PatientId.of(task.getId())));
    }

    private static FailureHandler<Void> retried() {
        return FailureHandler.<Void>maxRetries(12)
                .withBackoff(Duration.ofSeconds(10))
                .thenRemove(
                        failed ->
                                LOG.error(
                                        "{} was given up after its last try",
                                        failed.getExecution().taskInstance));
    }
}
