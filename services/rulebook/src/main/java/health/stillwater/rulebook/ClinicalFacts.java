package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** The clinical record. Rooms give their own part; {@link Facts#and} puts them together. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClinicalFacts(
        @Nullable Indication indication,
        @Nullable PrimaryDiagnosis primaryDiagnosis,
        @Nullable Chart chart,
        @Nullable Exclusions exclusions,
        @Nullable Map<String, ReviewDecision> reviewDecisions,
        @Nullable Pregnancy pregnancy,
        @Nullable PainStandards painStandards,
        @Nullable SafetyPlan safetyPlan,
        @Nullable Medications medications,
        @Nullable PriorDose priorDose,
        @Nullable FollowUp followUp,
        @Nullable ResponseReview responseReview)
        implements FactGroup {

    /** The diagnosis, as ICD-10-CM. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PrimaryDiagnosis(@Nullable String code, @Nullable String system) {}

    /** Which sections of the note are written. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Chart(
            @Nullable Boolean history,
            @Nullable Boolean recordsReviewed,
            @Nullable Boolean diagnosis,
            @Nullable Boolean priorTreatments,
            @Nullable Boolean plan,
            @Nullable Boolean clinicalDifference,
            @Nullable Boolean attested) {}

    /** Exclusion criteria by code ({@code X02}). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Exclusions(
            @Nullable Map<String, ExclusionFinding> findings, @Nullable Instant observedAt) {}

    /** What the prescriber decided about a finding that calls for a decision. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReviewDecision(
            @Nullable DecisionKind decision, @Nullable String by, @Nullable Instant at) {}

    /** Pregnancy; not read when not relevant. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pregnancy(
            @Nullable Boolean relevant,
            @Nullable PregnancyResult result,
            @Nullable Instant observedAt) {}

    /** What the states ask for chronic pain. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PainStandards(
            @Nullable Boolean physicalExamDocumented,
            @Nullable Boolean treatmentPlanDocumented,
            @Nullable Boolean agreementSigned,
            @Nullable LocalDate lastVisitOn,
            @Nullable LocalDate urineDrugScreenOn) {}

    /** A safety plan; null as a whole: none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SafetyPlan(@Nullable String documentedBy, @Nullable Instant documentedAt) {}

    /** The list of medicines; an empty list means none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Medications(
            @Nullable Instant observedAt,
            @Nullable Instant reconciledAt,
            @Nullable List<Medicine> list) {}

    /** A medicine, by RxNorm ingredient. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Medicine(
            @Nullable String name,
            @Nullable String rxcui,
            @Nullable Boolean active,
            @Nullable MedicineDecision decision,
            @Nullable String reason) {}

    /** The dose so far, at a renewal. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PriorDose(@Nullable BigDecimal mgPerSession, @Nullable LocalDate lastChangedOn) {}

    /** What followed the sessions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FollowUp(
            @Nullable Boolean firstSessionHeld,
            @Nullable Boolean firstSessionFollowUpDone,
            @Nullable Integer sessionsHeld,
            @Nullable Integer reportsReceived,
            @Nullable Integer openSeriousAdverseEvents,
            @Nullable UrinaryScreen urinaryScreen) {}

    /** The urinary screen made for a request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UrinaryScreen(
            @Nullable String requestId,
            @Nullable Boolean haematuria,
            @Nullable Integer newSymptoms,
            @Nullable String clearedBy,
            @Nullable Instant observedAt) {}

    /** Reviews of the response to treatment. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResponseReview(
            @Nullable LocalDate treatmentStartedOn,
            @Nullable LocalDate inductionEndedOn,
            @Nullable Reviews reviews) {}

    /** The three reviews; null: not held. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reviews(
            @Nullable Review inductionEnd, @Nullable Review day90, @Nullable Review month6) {}

    /** A review held. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Review(@Nullable LocalDate on, @Nullable ReviewOutcome outcome) {}

    /** What the intake found. */
    @EnumNaming(LowerCaseNames.class)
    public enum ExclusionFinding {
        ABSENT,
        PRESENT
    }

    /** What was decided. */
    @EnumNaming(LowerCaseNames.class)
    public enum DecisionKind {
        ACCEPT,
        DECLINE
    }

    /** What the test or the attestation says. */
    @EnumNaming(LowerCaseNames.class)
    public enum PregnancyResult {
        NOT_PREGNANT,
        PREGNANT
    }

    /** What is to happen to the medicine. */
    @EnumNaming(LowerCaseNames.class)
    public enum MedicineDecision {
        STOP,
        HOLD,
        ACCEPT
    }

    /** What the review came to. */
    @EnumNaming(LowerCaseNames.class)
    public enum ReviewOutcome {
        CONTINUE,
        CHANGE,
        REFER,
        STOP
    }

    /** These facts and later ones; where both speak, the later ones count. */
    ClinicalFacts and(ClinicalFacts later) {
        return new ClinicalFacts(
                Facts.later(indication, later.indication),
                Facts.later(primaryDiagnosis, later.primaryDiagnosis),
                Facts.later(chart, later.chart),
                Facts.later(exclusions, later.exclusions),
                Facts.later(reviewDecisions, later.reviewDecisions),
                Facts.later(pregnancy, later.pregnancy),
                Facts.later(painStandards, later.painStandards),
                Facts.later(safetyPlan, later.safetyPlan),
                Facts.later(medications, later.medications),
                Facts.later(priorDose, later.priorDose),
                Facts.later(followUp, later.followUp),
                Facts.later(responseReview, later.responseReview));
    }
}
