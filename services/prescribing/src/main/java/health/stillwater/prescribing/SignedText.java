package health.stillwater.prescribing;

import health.stillwater.kernel.UsState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what the physician is shown and signs. Its canonical JSON is what the second factor is
 * bound to.
 *
 * @param decision the decision it becomes once signed
 * @param reason why, by code, where the verdict carries one
 * @param benefitRisk empty when nothing is prescribed
 * @param clinicalDifference empty when nothing is prescribed
 * @param prescription null when none is written
 * @param issueDate today where the patient is
 * @param about the prescription that is renewed, changed or stopped; null for none
 * @param supersedes the decision whose place this one takes; null for none
 * @param elsewhere what the monitoring report says of the same medicine from another program:
 *     {@code NONE}, or the last day it covers; null when it was not said
 * @param second the second physician's signature that the protocol asks; null when there is none
 */
public record SignedText(
        String format,
        String decision,
        String request,
        PrescriberVerdict verdict,
        @Nullable DecisionReason reason,
        String words,
        String benefitRisk,
        String clinicalDifference,
        Patient patient,
        Prescriber prescriber,
        @Nullable Prescription prescription,
        LocalDate issueDate,
        ZoneId zone,
        SigningStatement statement,
        @Nullable String about,
        @Nullable String supersedes,
        @Nullable String elsewhere,
        @Nullable Second second) {

    static final String FORMAT = "stillwater.signed-text/3";

    /** The report names no other program. */
    static final String NONE_ELSEWHERE = "NONE";

    /** Another physician's signature under the same medicine, dose and amount. */
    public record Second(String id, String physician, String name, Instant signedAt) {}

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

    SignedText with(Second another) {
        return new SignedText(
                format,
                decision,
                request,
                verdict,
                reason,
                words,
                benefitRisk,
                clinicalDifference,
                patient,
                prescriber,
                prescription,
                issueDate,
                zone,
                statement,
                about,
                supersedes,
                elsewhere,
                another);
    }
}
