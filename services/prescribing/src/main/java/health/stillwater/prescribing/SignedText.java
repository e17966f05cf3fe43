package health.stillwater.prescribing;

import health.stillwater.kernel.UsState;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what the physician is shown and signs. Its canonical JSON is what the second factor is
 * bound to.
 *
 * @param decision the decision it becomes once signed
 * @param reason why, when declined
 * @param benefitRisk empty when declined
 * @param clinicalDifference empty when declined
 * @param prescription null when declined
 * @param issueDate today where the patient is
 */
public record SignedText(
        String format,
        String decision,
        String request,
        PrescriberVerdict verdict,
        @Nullable DeclineReason reason,
        String words,
        String benefitRisk,
        String clinicalDifference,
        Patient patient,
        Prescriber prescriber,
        @Nullable Prescription prescription,
        LocalDate issueDate,
        ZoneId zone,
        SigningStatement statement) {

    static final String FORMAT = "stillwater.signed-text/1";

    /** Whom it is for. */
    public record Patient(String id, String name, LocalDate dateOfBirth, String address) {}

    /**
     * Who signs it; numbers are those of the state where the patient is, empty when not on record.
     */
    public record Prescriber(
            String id,
            String name,
            String npi,
            String address,
            UsState state,
            String dea,
            String license) {}

    /**
     * What is to be dispensed, and where.
     *
     * @param strengthMg milligrams of one unit
     * @param quantity units, also in words
     * @param expiresOn the last day it may be filled
     */
    public record Prescription(
            String drug,
            String strengthMg,
            DosageForm form,
            int unitsPerDose,
            int dosesPerPeriod,
            int quantity,
            String quantityWords,
            int daysSupply,
            int refills,
            String directions,
            LocalDate expiresOn,
            String pharmacy,
            String pharmacyName) {

        /** As the prescription says it. */
        public String strength() {
            return strengthMg + " mg";
        }
    }
}
