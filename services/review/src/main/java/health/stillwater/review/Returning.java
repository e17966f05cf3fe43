package health.stillwater.review;

import health.stillwater.kernel.RequestId;
import health.stillwater.runtime.DatabaseClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends deferrals whose time has come. */
@Component
class Returning {

    private final ReviewCases cases;
    private final Pauses pauses;
    private final Intake intake;
    private final DatabaseClock clock;

    Returning(ReviewCases cases, Pauses pauses, Intake intake, DatabaseClock clock) {
        this.cases = cases;
        this.pauses = pauses;
        this.intake = intake;
        this.clock = clock;
    }

    @Transactional
    public void due(RequestId request) {
        var now = clock.now();
        cases.locked(request)
                .flatMap(ReviewCase::pausing)
                .filter(pausing -> pausing.kind() == PauseKind.DEFERRAL)
                .filter(pausing -> !now.isBefore(pausing.returnsAt()))
                .flatMap(pausing -> pauses.find(pausing.id()))
                .filter(pause -> pause.end().isEmpty())
                .ifPresent(pause -> pauses.end(pause, "Its time has come.", null, now));
        intake.goOn(request);
    }
}
