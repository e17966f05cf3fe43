package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers and lists that the rules read: none of them stands in code. A value that is missing
 * makes the rule that reads it unknown, so a gap in the configuration stops, and never lets pass.
 */
record Configuration(
        @Nullable List<String> launchedStates,
        @Nullable Map<String, ZoneId> stateZones,
        @Nullable ZoneId federalZone,
        @Nullable FederalBasis federalBasis,
        @Nullable Map<String, Map<String, String>> tracks,
        @Nullable Map<String, List<String>> indicationCodes,
        @Nullable List<String> painIndications,
        @Nullable Map<String, List<PrescriberFacts.LicenseType>> licenseTypes,
        @Nullable String deaScheduleNeeded,
        @Nullable List<String> cdsStates,
        @Nullable List<String> organisationRegistrationStates,
        @Nullable Map<String, PainStandard> painStandards,
        @Nullable List<EncounterFacts.Modality> encounterModalities,
        @Nullable Freshness freshness,
        @Nullable Integer identityProofMonths,
        @Nullable Integer consentMonths,
        @Nullable Integer adultAge,
        @Nullable Integer clockToleranceSeconds,
        @Nullable Map<String, List<String>> contentFields,
        @Nullable ProductCap productCap,
        @Nullable Integer earlyRefillToleranceDays,
        @Nullable Map<String, String> consentVersions,
        @Nullable List<String> treatmentRisks,
        @Nullable List<String> chartSections,
        @Nullable Map<String, Criterion> criteria,
        @Nullable List<String> stopCodes,
        @Nullable List<String> reviewCodes,
        @Nullable VitalLimits vitals,
        @Nullable Map<String, Interaction> interactions,
        @Nullable Integer urinarySymptomsHold,
        @Nullable Integer reviewDays,
        @Nullable Integer reviewMonths,
        @Nullable Integer rulePackDays,
        @Nullable List<String> services,
        @Nullable Integer minVisitMinutes,
        @Nullable Integer maxPrescriptionsPerDay,
        @Nullable Protocol protocol) {

    /**
     * What the medical director signed and no other list here holds. The lists and limits above
     * that are clinical (exclusions, vital signs, interactions, thresholds) belong to the protocol
     * too; the settings say which.
     *
     * @param doses caps by indication; one that is null refuses
     * @param exclusions what each code of {@code stopCodes} and {@code reviewCodes} means
     * @param session limits of blood pressure and pulse around a session
     * @param checkIns what is asked of a patient between sessions, and how often
     * @param holdReasons why a next supply waits for the prescriber
     */
    record Protocol(
            @Nullable String medicalDirector,
            @Nullable Map<String, ProtocolFacts> doses,
            @Nullable Map<String, String> exclusions,
            @Nullable Map<String, Integer> session,
            @Nullable Map<String, String> checkIns,
            @Nullable Map<String, String> holdReasons) {}

    /** The federal ground to prescribe without a visit in person. */
    record FederalBasis(
            @Nullable Instant temporaryRuleEndsAt,
            @Nullable ExpiryPolicy refillAfterExpiryPolicy,
            @Nullable Boolean specialRegistrationAccepted,
            @Nullable Integer coveringMonths) {}

    /**
     * Whether a fill may follow the end of the temporary rule, when the prescription was signed
     * before it.
     */
    enum ExpiryPolicy {
        BLOCK,
        ALLOW
    }

    /** What a state asks for chronic pain; a null number is not asked. */
    record PainStandard(@Nullable Integer visitMonths, @Nullable Integer urineDrugScreenMonths) {}

    record ProductCap(@Nullable Integer days, @Nullable Integer refills) {}

    /** Which questionnaire speaks for a track, and from which score on. */
    record Criterion(@Nullable String instrument, @Nullable Integer atLeast) {}

    record VitalLimits(
            @Nullable BigDecimal systolicStop,
            @Nullable BigDecimal diastolicStop,
            @Nullable BigDecimal systolicReview,
            @Nullable BigDecimal diastolicReview,
            @Nullable Integer heartRateLeast,
            @Nullable Integer heartRateMost,
            @JsonProperty("spo2Least") @Nullable Integer oxygenLeast) {}

    /** What a medicine means beside ours. */
    enum Interaction {
        STOP,
        REVIEW,
        INFO
    }
}
