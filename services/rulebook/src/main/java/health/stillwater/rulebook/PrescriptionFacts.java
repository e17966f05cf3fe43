package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The prescription: a draft at claim, about to be signed at signing, signed afterwards; none
 * before.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrescriptionFacts(
        @Nullable String id,
        @Nullable String prescriberId,
        @Nullable LocalDate issueDate,
        @Nullable Integer refillsAuthorised,
        @Nullable Integer refillsUsed,
        @Nullable Boolean originalFilled,
        @Nullable Integer daysSupply,
        @Nullable LocalDate expiresOn,
        @Nullable Integer quantity,
        @Nullable Integer unitsPerDose,
        @Nullable Integer dosesPerPeriod,
        @Nullable Instant cancelledAt,
        @Nullable Dose dose,
        @Nullable Content content,
        @Nullable Signing signing,
        @Nullable String currentHash)
        implements FactGroup {

    /** How much, how often. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dose(
            @Nullable BigDecimal mgPerSession,
            @Nullable Integer sessionsPerDay,
            @Nullable Integer sessionsPerWeek,
            @Nullable Integer sessionsPer30Days) {}

    /** The fields of 21 CFR 1306.05 as they would be sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Content(
            @Nullable String patientName,
            @Nullable String patientAddress,
            @Nullable String drugName,
            @Nullable String strength,
            @Nullable String dosageForm,
            @Nullable Integer quantity,
            @Nullable String quantityWords,
            @Nullable String directions,
            @Nullable String prescriberName,
            @Nullable String prescriberAddress,
            @Nullable String prescriberDea,
            @Nullable String prescriberLicense) {}

    /** The act of signing; {@code signedAt} is null while it is about to happen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Signing(
            @Nullable String signerId,
            @Nullable String claimerId,
            @Nullable Boolean statementDisplayed,
            @Nullable String readyHash,
            @Nullable String payloadHash,
            @Nullable Instant signedAt) {}

    /** These facts and later ones; where both speak, the later ones count. */
    PrescriptionFacts and(PrescriptionFacts later) {
        return new PrescriptionFacts(
                Facts.later(id, later.id),
                Facts.later(prescriberId, later.prescriberId),
                Facts.later(issueDate, later.issueDate),
                Facts.later(refillsAuthorised, later.refillsAuthorised),
                Facts.later(refillsUsed, later.refillsUsed),
                Facts.later(originalFilled, later.originalFilled),
                Facts.later(daysSupply, later.daysSupply),
                Facts.later(expiresOn, later.expiresOn),
                Facts.later(quantity, later.quantity),
                Facts.later(unitsPerDose, later.unitsPerDose),
                Facts.later(dosesPerPeriod, later.dosesPerPeriod),
                Facts.later(cancelledAt, later.cancelledAt),
                Facts.later(dose, later.dose),
                Facts.later(content, later.content),
                Facts.later(signing, later.signing),
                Facts.later(currentHash, later.currentHash));
    }
}
