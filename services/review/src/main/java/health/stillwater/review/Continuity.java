package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.licensing.Licensing;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Offers a case first to the physician who knows the patient, or to whom they named for it. */
@Component
class Continuity {

    private final Covers covers;
    private final Licensing licensing;

    Continuity(Covers covers, Licensing licensing) {
        this.covers = covers;
        this.licensing = licensing;
    }

    /** Keeps it for them if they may take it at all. */
    void keep(ReviewCase waiting, PhysicianId knows, Instant now) {
        var first = covers.of(knows, now).map(CoverView::cover).orElse(knows);
        if (licensing.servableBy(first).contains(waiting.state())) {
            waiting.keepFor(first, now);
        } else if (licensing.servableBy(knows).contains(waiting.state())) {
            waiting.keepFor(knows, now);
        }
    }
}
