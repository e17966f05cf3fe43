package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something billing staff must look at.
 *
 * @param patient whose account; absent when it is about none
 */
public record WorkRow(@Nullable PatientId patient, String what, Instant since) {}
