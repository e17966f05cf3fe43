package health.stillwater.audit;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act, or one look.
 *
 * @param action what was done, in plain words: {@code Prescription approved}
 * @param subject the patient it was about; null when it was about none
 * @param about what it was done to, by id
 */
public record AuditRow(
        long id,
        Instant at,
        Actor.Kind kind,
        String actorId,
        String actorName,
        String action,
        @Nullable PatientId subject,
        String about) {}
