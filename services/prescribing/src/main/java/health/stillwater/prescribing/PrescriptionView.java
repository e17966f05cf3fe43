package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.RequestId;
import java.time.LocalDate;

/**
 * A signed prescription, as its pharmacy reads it: the fields of 21 CFR 1306.05, read from the
 * signed text itself.
 *
 * @param strength of one unit, {@code 100 mg}
 * @param quantity units, in numerals and in words
 */
public record PrescriptionView(
        DecisionId decision,
        RequestId request,
        PatientId patient,
        PharmacyId pharmacy,
        String drug,
        String strength,
        String form,
        int quantity,
        String quantityWords,
        String directions,
        int daysSupply,
        int refills,
        LocalDate issueDate,
        LocalDate expiresOn,
        String prescriberName,
        String prescriberNpi,
        String prescriberDea,
        String prescriberLicense,
        String prescriberAddress,
        String patientName,
        LocalDate patientDateOfBirth,
        String patientAddress) {}
