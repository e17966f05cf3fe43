package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A license or registration of a pharmacy or organization; valid through the end of {@code
 * expiresOn}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Registration(
        @Nullable String number,
        @Nullable CredentialStatus status,
        @Nullable LocalDate expiresOn,
        @Nullable Instant observedAt) {}
