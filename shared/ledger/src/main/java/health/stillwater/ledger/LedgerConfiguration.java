package health.stillwater.ledger;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys, the folder and the rhythm of checkpoints. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    /** What the log is called, wherever its checkpoints are read. */
    static final String ORIGIN = "stillwater.health/decisions";

    private static final Duration RHYTHM = Duration.ofMinutes(1);

    @Bean
    LogSigner logSigner(LedgerSettings settings) {
        return new LocalSigner(ORIGIN, settings.signingKey());
    }

    @Bean
    Keyring keyring(LogSigner signer, LedgerSettings settings) {
        return Keyring.of(signer.key(), settings.formerKeys());
    }

    @Bean
    CheckpointFolder checkpointFolder(LedgerSettings settings) {
        return new CheckpointFolder(settings.checkpointFolder());
    }

    @Bean
    Task<Void> checkpointTask(Checkpoints checkpoints) {
        return Tasks.recurring(TaskDescriptor.of("ledger.checkpoint"), Schedules.fixedDelay(RHYTHM))
                .execute((task, context) -> checkpoints.make());
    }
}
