package health.stillwater.licensing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts questions to the boards on the list, as part of the caller's transaction; twice is once. */
@Component
class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Credentials credentials;
    private final ObjectProvider<SchedulerClient> tasks;
    private final LicensingSettings settings;
    private final Clock clock;

    Asking(
            Credentials credentials,
            ObjectProvider<SchedulerClient> tasks,
            LicensingSettings settings,
            Clock clock) {
        this.credentials = credentials;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks at once, also one whose turn is later. */
    void now(CredentialId credential) {
        try {
            var task = LicensingTasks.ASK_BOARD.instance(credential.toString());
            tasks.getObject()
                    .schedule(
                            task.scheduledTo(clock.instant()),
                            ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceException already) { // it runs, or ran between our look and our word
            LOG.debug("Credential {} is being asked about right now.", credential);
        }
    }

    /**
     * Puts every credential on the list whose confirmation has grown old, or whose source fell
     * silent.
     */
    @Transactional
    void whatIsOld() {
        var now = clock.instant();
        for (var credential :
                credentials.toAsk(
                        now.minus(settings.askEvery()), now.minus(settings.askSigningEvery()))) {
            var task = LicensingTasks.ASK_BOARD.instance(credential.toString());
            tasks.getObject().scheduleIfNotExists(task.scheduledTo(now));
        }
    }
}
