package health.stillwater.runtime;

import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import health.stillwater.kernel.Actor;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.TaskDecorator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.transaction.TransactionExecutionListener;

/** Gives every room its clock, and says who is acting when no person is. */
@AutoConfiguration(
        beforeName = {
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
            "org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration"
        })
class RuntimeConfiguration {

    private static final TaskDescriptor<Void> TELL_NEWS_AGAIN =
            TaskDescriptor.of("runtime.tell-news-again");

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DatabaseClock databaseClock(DataSource dataSource, Clock clock) {
        return new DatabaseClock(JdbcClient.create(dataSource), clock);
    }

    /** Tasks fall due on the same clock that the rules are judged by. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock taskClock(Clock clock) {
        return clock::instant;
    }

    @Bean
    TransactionExecutionListener actorOfTransaction(DataSource dataSource) {
        return new ActorOfTransaction(dataSource);
    }

    /** A task acts as the program, under the task's own name. */
    @Bean
    ExecutionInterceptor tasksActAsTheProgram() {
        return (task, context, chain) ->
                Acting.as(Actor.system(task.getTaskName()), () -> chain.proceed(task, context));
    }

    /** A listener to news acts as the program: whoever caused the news has gone home. */
    @Bean
    TaskDecorator newsActsAsTheProgram() {
        return work ->
                () ->
                        Acting.as(
                                Actor.system("news"),
                                () -> {
                                    work.run();
                                    return null;
                                });
    }

    /** News whose listener failed is told again, so a listener must bear to hear it twice. */
    @Bean
    Task<Void> tellNewsAgain(ObjectProvider<FailedEventPublications> failed) {
        return Tasks.recurring(TELL_NEWS_AGAIN, Schedules.fixedDelay(Duration.ofSeconds(30)))
                .execute(
                        (task, context) ->
                                failed.getObject().resubmit(ResubmissionOptions.defaults()));
    }
}
