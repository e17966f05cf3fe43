package health.stillwater.pharmacy;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** Why a pharmacist did not fill an order. */
@Embeddable
public record Rejection(
        @Enumerated(EnumType.STRING) RefusalReason reason, String note, Instant at) {}
