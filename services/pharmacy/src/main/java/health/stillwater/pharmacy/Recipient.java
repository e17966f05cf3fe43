package health.stillwater.pharmacy;

import health.stillwater.kernel.UsState;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/** Whom the drug is for and where it goes. */
@Embeddable
public record Recipient(
        String name,
        LocalDate dateOfBirth,
        String address,
        @Enumerated(EnumType.STRING) UsState state) {}
