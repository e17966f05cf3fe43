package health.stillwater.review;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import java.time.Instant;
import java.util.UUID;

/** A case that a physician put before the medical director and compliance. */
public record EscalationView(
        UUID id,
        String reference,
        UsState state,
        PatientId patient,
        PhysicianId physician,
        String words,
        Instant at,
        Instant dueAt) {}
