package health.stillwater.billing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts work on the list, as part of the caller's transaction; twice is once. */
@Component
class Schedule {

    private final ObjectProvider<SchedulerClient> client;
    private final Clock clock;

    Schedule(ObjectProvider<SchedulerClient> client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    void now(TaskDescriptor<Void> task, String id) {
        client.getObject().scheduleIfNotExists(task.instance(id).scheduledTo(clock.instant()));
    }
}
