package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visitor sent an assessment; the kind of outcome, never why. */
public record AssessmentFinished(AssessmentId assessment, String outcome, Instant at)
        implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "assessment " + assessment + " " + outcome;
    }
}
