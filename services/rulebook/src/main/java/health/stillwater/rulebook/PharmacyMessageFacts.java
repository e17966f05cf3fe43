package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pharmacist asked or refused. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PharmacyMessageFacts(@Nullable List<Query> queries, @Nullable Rejection rejection)
        implements FactGroup {

    /** A question; {@code answeredAt} null: open. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Query(
            @Nullable String id, @Nullable Instant raisedAt, @Nullable Instant answeredAt) {}

    /** A refusal, and what became of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rejection(
            @Nullable Boolean returnedToQueue, @Nullable Boolean resentAutomatically) {}
}
