package health.stillwater.review;

import health.stillwater.kernel.UsState;
import java.time.Instant;

/** A case whose promised time is over. */
public record LateCase(
        String reference,
        CaseKind kind,
        UsState state,
        CaseStage stage,
        Risk risk,
        Instant dueAt) {}
