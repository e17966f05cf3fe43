package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** Answers to the questionnaires. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstrumentFacts(
        @Nullable Items phq9,
        @Nullable Items gad7,
        @Nullable Total pcl5,
        @Nullable Total nrs,
        @Nullable Budapest budapest,
        @Nullable Cssrs cssrs)
        implements FactGroup {

    /** A questionnaire answered item by item, 0 to 3; an item left out means no score. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(
            @Nullable List<@Nullable Integer> items,
            @Nullable Integer enrollmentTotal,
            @Nullable Instant observedAt) {}

    /** A questionnaire of which the total is kept. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(
            @Nullable Integer total,
            @Nullable Integer enrollmentTotal,
            @Nullable Instant observedAt) {}

    /** An examiner's finding. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Budapest(
            @Nullable Boolean met, @Nullable String examinerId, @Nullable Instant observedAt) {}

    /** The screener for suicidal thoughts; the level follows from the answers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cssrs(
            @Nullable Boolean q1,
            @Nullable Boolean q2,
            @Nullable Boolean q3,
            @Nullable Boolean q4,
            @Nullable Boolean q5,
            @Nullable Behavior q6,
            @Nullable Instant observedAt) {}

    /** The sixth answer. */
    @EnumNaming(LowerCaseNames.class)
    public enum Behavior {
        NEVER,
        EARLIER,
        WITHIN_3_MONTHS
    }

    /** These facts and later ones; where both speak, the later ones count. */
    InstrumentFacts and(InstrumentFacts later) {
        return new InstrumentFacts(
                Facts.later(phq9, later.phq9),
                Facts.later(gad7, later.gad7),
                Facts.later(pcl5, later.pcl5),
                Facts.later(nrs, later.nrs),
                Facts.later(budapest, later.budapest),
                Facts.later(cssrs, later.cssrs));
    }
}
