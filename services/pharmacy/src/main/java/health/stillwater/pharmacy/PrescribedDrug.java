package health.stillwater.pharmacy;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * What was prescribed, copied from the signed record when the order was made and never changed.
 *
 * @param quantity in figures; the same quantity stands in words beside it
 */
@Embeddable
public record PrescribedDrug(
        String drug,
        String strength,
        String form,
        String quantity,
        String quantityInWords,
        String directions,
        int daysSupply,
        int refills,
        LocalDate issuedOn,
        LocalDate expiresOn) {}
