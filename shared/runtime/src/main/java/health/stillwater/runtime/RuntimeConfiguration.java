package health.stillwater.runtime;

import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import health.stillwater.kernel.Actor;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.TaskDecorator;
import org.springframework.transaction.TransactionExecutionListener;

/** Gives every room its clock, and says who is acting when no person is. */
@AutoConfiguration(
        beforeName = {
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
            "org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration"
        })
class RuntimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
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
}
