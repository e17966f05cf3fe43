package health.stillwater.pharmacy;

import health.stillwater.kernel.Refusal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** Why a pharmacist did not fill an order. */
@Embeddable
public record Rejection(
        @Enumerated(EnumType.STRING) RefusalReason reason, String note, Instant at) {

    static Rejection of(RefusalReason reason, String note, Instant at) {
        if (reason == RefusalReason.OTHER && note.isBlank()) {
            throw new Refusal.Forbidden("Say in a sentence why the order is refused.");
        }
        return new Rejection(reason, note.strip(), at);
    }
}
