package health.stillwater.visits;

import java.util.UUID;

/** Names one evaluation in person. */
public record EvaluationId(UUID value) {

    static EvaluationId next() {
        return new EvaluationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
