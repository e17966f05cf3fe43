package health.stillwater.enrollment;

import health.stillwater.kernel.UsState;
import java.util.List;

/**
 * What an assessment may lead to. None of them is a decision about treatment: only a physician
 * makes one.
 */
public sealed interface Outcome {

    /** Nothing said so far speaks against going on. */
    record MayQualify() implements Outcome {}

    /** Not now, or not here: why, and what else there is, in words for the visitor. */
    record NotAFit(List<String> reasons, List<String> alternatives) implements Outcome {
        public NotAFit {
            reasons = List.copyOf(reasons);
            alternatives = List.copyOf(alternatives);
        }
    }

    /** Only a person can weigh these answers. */
    record ClinicianMustLook(List<String> reasons) implements Outcome {
        public ClinicianMustLook {
            reasons = List.copyOf(reasons);
        }
    }

    /** We treat nobody in this state yet; there is a waiting list. */
    record NotInState(UsState state) implements Outcome {}
}
