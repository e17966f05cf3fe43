package health.stillwater.outlook;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the outlook does by itself. */
@Configuration(proxyBeanMethods = false)
class OutlookTasks {

    static final TaskDescriptor<Void> COUNT = TaskDescriptor.of("outlook.count");

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);
    private static final ZoneId HOUSE = ZoneId.of("America/New_York");

    @Bean
    Task<Void> countTask(Counting counting) {
        return Tasks.oneTime(COUNT)
                .execute((task, context) -> counting.count(UUID.fromString(task.getId())));
    }

    /** News tells of changes; once a night everybody is read anew, so that nothing stays missed. */
    @Bean
    RecurringTask<Void> readEverybodyAnew(NightRound round) {
        return Tasks.recurring("outlook.read-everybody-anew", Schedules.daily(HOUSE, AT_NIGHT))
                .execute((task, context) -> round.go());
    }
}
