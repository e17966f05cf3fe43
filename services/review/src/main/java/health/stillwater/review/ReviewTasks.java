package health.stillwater.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import health.stillwater.kernel.RequestId;
import health.stillwater.runtime.DatabaseClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.support.TransactionTemplate;

/** What the queue does by itself, every minute. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaceSettings.class)
class ReviewTasks {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** So many at once; the next minute takes the next. */
    private static final Limit MANY = Limit.of(1000);

    private final DatabaseClock clock;
    private final TransactionTemplate transaction;

    ReviewTasks(DatabaseClock clock, TransactionTemplate transaction) {
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Facts come in slowly: a license check, a report, a signature. Held cases are judged again.
     */
    @Bean
    RecurringTask<Void> recheckHeldCases(Intake intake, ReviewCases cases) {
        return each(
                "review.recheck-held-cases", _ -> cases.held(Limit.unlimited()), intake::recheck);
    }

    /** A physician who went home holds nothing back. */
    @Bean
    RecurringTask<Void> takeBackExpiredClaims(Intake intake, ReviewCases cases) {
        return each("review.take-back-expired-claims", cases::pastTheirLease, intake::takeBack);
    }

    /** What was put off is in the queue again when its time has come. */
    @Bean
    RecurringTask<Void> bringBackDeferredCases(Returning returning, ReviewCases cases) {
        return each("review.bring-back-deferred-cases", cases::comingBack, returning::due);
    }

    /** Nobody is waited for too long. */
    @Bean
    RecurringTask<Void> keepCasesNoLonger(Intake intake, ReviewCases cases) {
        return each(
                "review.keep-cases-no-longer",
                now -> cases.keptLongEnough(now, MANY),
                intake::keepNoLonger);
    }

    /** Compliance hears of each late case once. */
    @Bean
    RecurringTask<Void> ringForLateCases(Intake intake, ReviewCases cases) {
        return each(
                "review.ring-for-late-cases",
                now -> cases.lateWithoutAlarm(now, MANY),
                intake::ring);
    }

    /** Finds them in one transaction, and does each in one of its own. */
    private RecurringTask<Void> each(
            String name, Function<Instant, List<RequestId>> find, Consumer<RequestId> act) {
        return Tasks.recurring(name, FixedDelay.of(EVERY))
                .execute(
                        (task, context) -> {
                            var found = transaction.execute(_ -> find.apply(clock.now()));
                            OneByOne.each(found, act);
                        });
    }
}
