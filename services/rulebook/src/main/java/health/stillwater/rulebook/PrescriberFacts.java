package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * The prescriber proposed or named, with credentials by state (postal code). A state left out of a
 * map was not asked.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrescriberFacts(
        @Nullable String id,
        @Nullable String name,
        @Nullable String practiceState,
        @Nullable Map<String, License> licenses,
        @Nullable Map<String, DeaRegistration> deaRegistrations,
        @Nullable Map<String, CdsRegistration> cdsRegistrations,
        @Nullable FloridaProfile floridaProfile,
        @Nullable Epcs epcs,
        @Nullable SpecialRegistration specialRegistration,
        @Nullable Workload workload)
        implements FactGroup {

    /** A license to practice in one state. {@code suspendedFrom} null: not suspended. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record License(
            @Nullable String number,
            @Nullable LicenseType type,
            @Nullable CredentialStatus status,
            @Nullable Boolean encumbered,
            @Nullable LocalDate expiresOn,
            @Nullable Instant suspendedFrom,
            @Nullable Instant observedAt) {}

    /** A DEA registration at an address in one state; schedules as {@code 3N}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeaRegistration(
            @Nullable String number,
            @Nullable List<String> schedules,
            @Nullable CredentialStatus status,
            @Nullable LocalDate expiresOn,
            @Nullable Instant observedAt) {}

    /** A registration of the state for controlled substances. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CdsRegistration(
            @Nullable String number,
            @Nullable CredentialStatus status,
            @Nullable String addressState,
            @Nullable LocalDate expiresOn,
            @Nullable Instant observedAt) {}

    /** What the Florida practitioner profile says. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FloridaProfile(
            @Nullable Boolean controlledSubstanceDesignation, @Nullable Instant observedAt) {}

    /** Access to electronic signing. {@code accessRevokedAt} null: not revoked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Epcs(
            @Nullable Boolean identityProofed,
            @Nullable TwoFactor twoFactor,
            @Nullable String accessEnteredBy,
            @Nullable String accessApprovedBy,
            @Nullable Boolean approverIsDeaRegistrant,
            @Nullable Instant accessRevokedAt,
            @Nullable Instant observedAt) {}

    /** A federal special registration, should there ever be one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SpecialRegistration(
            @Nullable String number, @Nullable String status, @Nullable LocalDate expiresOn) {}

    /** How much and how fast. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Workload(
            @Nullable Integer visitMinutes,
            @Nullable Integer issuedToday,
            @Nullable Boolean approvalRateOutlier,
            @Nullable Instant outlierReviewedAt,
            @Nullable Boolean financialTargetShown) {}

    /** What the license makes of its holder. */
    @EnumNaming(LowerCaseNames.class)
    public enum LicenseType {
        MD,
        DO,
        NP,
        PA,
        TELEHEALTH_REGISTRANT
    }

    /** How the second factor stands. */
    @EnumNaming(LowerCaseNames.class)
    public enum TwoFactor {
        CURRENT,
        EXPIRED,
        REVOKED,
        LOST,
        COMPROMISED
    }

    /** These facts and later ones; where both speak, the later ones count. */
    PrescriberFacts and(PrescriberFacts later) {
        return new PrescriberFacts(
                Facts.later(id, later.id),
                Facts.later(name, later.name),
                Facts.later(practiceState, later.practiceState),
                Facts.later(licenses, later.licenses),
                Facts.later(deaRegistrations, later.deaRegistrations),
                Facts.later(cdsRegistrations, later.cdsRegistrations),
                Facts.later(floridaProfile, later.floridaProfile),
                Facts.later(epcs, later.epcs),
                Facts.later(specialRegistration, later.specialRegistration),
                Facts.later(workload, later.workload));
    }
}
