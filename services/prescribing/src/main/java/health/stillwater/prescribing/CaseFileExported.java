package health.stillwater.prescribing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Signed decisions were written out, to be checked elsewhere.
 *
 * @param subject null when they are about several patients
 * @param scope ids and instants
 */
public record CaseFileExported(@Nullable PatientId subject, String scope, int decisions, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "case file: " + scope + ", " + decisions + " decisions";
    }
}
