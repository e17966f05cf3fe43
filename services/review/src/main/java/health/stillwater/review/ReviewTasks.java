package health.stillwater.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What the queue does by itself. */
@Configuration(proxyBeanMethods = false)
class ReviewTasks {

    private static final Duration RECHECK_EVERY = Duration.ofMinutes(1);
    private static final Duration TAKE_BACK_EVERY = Duration.ofMinutes(1);

    /**
     * Facts come in slowly: a license check, a report, a signature. Held cases are judged again.
     */
    @Bean
    RecurringTask<Void> recheckHeldCases(
            Intake intake, ReviewCases cases, TransactionTemplate transaction) {
        return Tasks.recurring("review.recheck-held-cases", FixedDelay.of(RECHECK_EVERY))
                .execute(
                        (task, context) -> {
                            var held = transaction.execute(_ -> cases.idsAt(CaseStage.HELD));
                            held.forEach(intake::recheck);
                        });
    }

    /** A physician who went home holds nothing back. */
    @Bean
    RecurringTask<Void> takeBackExpiredClaims(
            Intake intake, ReviewCases cases, Clock clock, TransactionTemplate transaction) {
        return Tasks.recurring("review.take-back-expired-claims", FixedDelay.of(TAKE_BACK_EVERY))
                .execute(
                        (task, context) -> {
                            var over =
                                    transaction.execute(_ -> cases.pastTheirLease(clock.instant()));
                            over.forEach(intake::takeBack);
                        });
    }
}
