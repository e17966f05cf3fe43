package health.stillwater.visits;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;

/** A physician put on record that they evaluated a patient in person. */
public record EvaluatedInPerson(
        EvaluationId evaluation, PatientId subject, PhysicianId physician, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "evaluation " + evaluation;
    }
}
