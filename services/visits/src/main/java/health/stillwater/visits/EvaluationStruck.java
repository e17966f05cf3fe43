package health.stillwater.visits;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;

/** An evaluation in person was recorded by mistake, and counts no more. */
public record EvaluationStruck(
        EvaluationId evaluation, PatientId subject, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "evaluation " + evaluation;
    }
}
