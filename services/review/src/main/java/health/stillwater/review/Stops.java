package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.KillSwitch;
import health.stillwater.rulebook.KillSwitchLifted;
import health.stillwater.rulebook.KillSwitchReleased;
import health.stillwater.rulebook.KillSwitchThrown;
import health.stillwater.rulebook.Rulebook;
import java.util.List;
import java.util.Objects;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows a kill switch: what falls under it leaves the queue, and comes back when it ends. That
 * nothing is claimed or signed meanwhile does not hang on this: the gate reads the switches itself.
 *
 * <p>Each case is judged in a transaction of its own, so that a stop of everything does not hold
 * every case at once.
 */
@Component
class Stops {

    private final ReviewCases cases;
    private final Intake intake;
    private final Rulebook rulebook;
    private final TransactionTemplate transaction;

    Stops(ReviewCases cases, Intake intake, Rulebook rulebook, TransactionTemplate transaction) {
        this.cases = cases;
        this.intake = intake;
        this.rulebook = rulebook;
        this.transaction = transaction;
    }

    @Async
    @TransactionalEventListener(id = "review.kill-switch-thrown")
    void on(KillSwitchThrown news) {
        judgeAgain(news.number());
    }

    @Async
    @TransactionalEventListener(id = "review.kill-switch-lifted")
    void on(KillSwitchLifted news) {
        judgeAgain(news.number());
    }

    @Async
    @TransactionalEventListener(id = "review.kill-switch-released")
    void on(KillSwitchReleased news) {
        judgeAgain(news.number());
    }

    private void judgeAgain(long number) {
        var found =
                transaction.execute(
                        _ ->
                                rulebook.switches().stream()
                                        .filter(each -> each.number() == number)
                                        .flatMap(each -> under(each).stream())
                                        .toList());
        OneByOne.each(found, intake::recheck);
    }

    private List<RequestId> under(KillSwitch stop) {
        return switch (stop.scope()) {
            case STATE -> cases.freeIn(UsState.valueOf(target(stop)));
            case PHYSICIAN -> cases.freeOf(PhysicianId.of(target(stop)), null);
            case EVERYTHING, INDICATION, PHARMACY ->
                    stop.stops() ? cases.waiting() : cases.held(Limit.unlimited());
        };
    }

    private static String target(KillSwitch stop) {
        return Objects.requireNonNull(stop.target());
    }
}
