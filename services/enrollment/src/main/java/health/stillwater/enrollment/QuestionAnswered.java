package health.stillwater.enrollment;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visitor answered a question of the assessment; which one, never how. */
public record QuestionAnswered(AssessmentId assessment, String question, Instant at)
        implements DomainEvent {

    @Override
    public @Nullable PatientId subject() {
        return null;
    }

    @Override
    public String about() {
        return "assessment " + assessment + " " + question;
    }
}
