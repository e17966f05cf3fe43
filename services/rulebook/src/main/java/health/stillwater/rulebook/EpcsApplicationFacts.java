package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The signing application. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EpcsApplicationFacts(
        @Nullable Boolean nonComplianceNoticeOpen, @Nullable LocalDate incidentReportReviewedFor)
        implements FactGroup {}
