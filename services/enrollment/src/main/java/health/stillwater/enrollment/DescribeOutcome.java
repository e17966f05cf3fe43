package health.stillwater.enrollment;

import java.util.Map;

/** What comes of a patient describing themselves. */
public sealed interface DescribeOutcome {

    record Saved() implements DescribeOutcome {}

    /** Nothing was kept; by the field's name in {@link Profile}, what to do about it. */
    record Invalid(Map<String, String> fieldErrors) implements DescribeOutcome {
        public Invalid {
            fieldErrors = Map.copyOf(fieldErrors);
        }
    }
}
