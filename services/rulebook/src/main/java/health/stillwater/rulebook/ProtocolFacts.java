package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Dosing caps of the protocol in force; a cap that is null refuses.
 *
 * @param secondSignatureAboveMg milligrams a session above which a second physician signs too; null
 *     when the protocol asks no second signature
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProtocolFacts(
        @Nullable String version,
        @Nullable BigDecimal startMgPerSession,
        @Nullable BigDecimal stepMg,
        @Nullable BigDecimal minDaysBetweenSteps,
        @Nullable BigDecimal maxMgPerSession,
        @Nullable BigDecimal maxMgPerDay,
        @Nullable BigDecimal maxMgPer30Days,
        @Nullable BigDecimal maxSessionsPerWeek,
        @Nullable BigDecimal maxMgPerKgPerSession,
        @Nullable BigDecimal maxUnitsPer30Days,
        @Nullable BigDecimal secondSignatureAboveMg)
        implements FactGroup {

    /** No cap is set at all. */
    static ProtocolFacts unset(String version) {
        return new ProtocolFacts(
                version, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same caps, naming the rules they come from. */
    ProtocolFacts in(String rules) {
        return new ProtocolFacts(
                rules,
                startMgPerSession,
                stepMg,
                minDaysBetweenSteps,
                maxMgPerSession,
                maxMgPerDay,
                maxMgPer30Days,
                maxSessionsPerWeek,
                maxMgPerKgPerSession,
                maxUnitsPer30Days,
                secondSignatureAboveMg);
    }
}
