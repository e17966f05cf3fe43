package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.review.ReviewQueue;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for this physician, their own claims first. */
@Controller
class QueueController {

    private final ReviewQueue queue;
    private final Clock clock;

    QueueController(ReviewQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @GetMapping("/physician")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@Signed PhysicianId me) {
        return Screen.of("physician/queue")
                .with("view", QueuePage.of(queue.waitingFor(me), clock.instant()));
    }
}
