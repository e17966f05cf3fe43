package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * The rules themselves. Left out, the rulebook speaks for itself.
 *
 * @param unverified the rows that were last compared with their sources too long ago, with the day;
 *     each answers unknown. Left out: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RulePackFacts(
        @Nullable String activeVersion,
        @Nullable String evaluatedVersion,
        @Nullable Status status,
        @Nullable List<String> approvedBy,
        @Nullable Boolean testsGreen,
        @Nullable LocalDate lastVerifiedOn,
        @Nullable Map<String, LocalDate> unverified)
        implements FactGroup {

    public RulePackFacts(
            @Nullable String activeVersion,
            @Nullable String evaluatedVersion,
            @Nullable Status status,
            @Nullable List<String> approvedBy,
            @Nullable Boolean testsGreen,
            @Nullable LocalDate lastVerifiedOn) {
        this(activeVersion, evaluatedVersion, status, approvedBy, testsGreen, lastVerifiedOn, null);
    }

    /** How the pack stands. */
    @EnumNaming(LowerCaseNames.class)
    public enum Status {
        ACTIVE,
        DRAFT,
        EXPIRED,
        WITHDRAWN
    }

    /** The same, compared with its sources on the day of this instant. */
    RulePackFacts verifiedBy(Instant at, @Nullable ZoneId zone) {
        return new RulePackFacts(
                activeVersion,
                evaluatedVersion,
                status,
                approvedBy,
                testsGreen,
                zone == null ? lastVerifiedOn : LocalDate.ofInstant(at, zone));
    }
}
