package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** Prescription monitoring: reports by state, and what stood out in them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PdmpFacts(@Nullable Map<String, Report> reports, @Nullable List<RedFlag> redFlags)
        implements FactGroup {

    /** One report, read for one request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Report(
            @Nullable String reportId,
            @Nullable String requestId,
            @Nullable String reviewedBy,
            @Nullable ReviewerRole reviewedByRole,
            @Nullable Instant reviewedAt,
            @Nullable Boolean documented,
            @Nullable Instant observedAt) {}

    /** Something to explain before signing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RedFlag(
            @Nullable String code, @Nullable Boolean resolved, @Nullable String note) {}

    /** Who read it. */
    @EnumNaming(LowerCaseNames.class)
    public enum ReviewerRole {
        PRESCRIBER,
        DELEGATE,
        SUPPORT,
        OTHER
    }

    /** These facts and later ones; where both speak, the later ones count. */
    PdmpFacts and(PdmpFacts later) {
        return new PdmpFacts(
                Facts.later(reports, later.reports), Facts.later(redFlags, later.redFlags));
    }
}
