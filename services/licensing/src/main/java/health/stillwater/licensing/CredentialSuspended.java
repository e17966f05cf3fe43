package health.stillwater.licensing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential that was good is no longer: suspended, revoked, surrendered, expired, or gone from
 * its register.
 *
 * @param physician whose it is; null when it is a pharmacy's or the organization's own
 * @param pharmacy whose it is; null when it is a physician's or the organization's own
 * @param state where it counted; null when it counted in every state alike
 */
public record CredentialSuspended(
        CredentialId credential,
        @Nullable PhysicianId physician,
        @Nullable PharmacyId pharmacy,
        @Nullable UsState state,
        Instant at)
        implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "credential " + credential + (state == null ? "" : ", " + state);
    }
}
