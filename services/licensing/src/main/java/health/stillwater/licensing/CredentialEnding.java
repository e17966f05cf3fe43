package health.stillwater.licensing;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A credential ends within so many days. Told once for each of them and each end.
 *
 * @param physician whose it is; null when it is a pharmacy's or the organization's own
 * @param pharmacy whose it is; null when it is a physician's or the organization's own
 * @param days 90, 60, 30 or 7
 */
public record CredentialEnding(
        CredentialId credential,
        @Nullable PhysicianId physician,
        @Nullable PharmacyId pharmacy,
        int days,
        LocalDate expiresOn,
        Instant at)
        implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "credential " + credential + ", within " + days + " days";
    }
}
