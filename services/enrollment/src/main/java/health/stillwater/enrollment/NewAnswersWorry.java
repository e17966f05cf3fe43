package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/**
 * A patient in treatment answered the questions for the next supply, and somebody must look before
 * anything else happens: they have medicine at home.
 */
public record NewAnswersWorry(RequestId request, PatientId subject, Worry worry, Instant at)
        implements DomainEvent {

    /** What they told us of, the gravest first. */
    public enum Worry {
        /** Thoughts of death or of hurting themselves. */
        SELF_HARM,
        /** Something that speaks against treatment at home. */
        NOT_A_FIT
    }

    @Override
    public String about() {
        return "request " + request;
    }
}
