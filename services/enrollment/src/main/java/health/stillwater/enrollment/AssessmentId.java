package health.stillwater.enrollment;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one visitor's assessment. Whoever holds it in their browser may read and answer it. */
@Embeddable
public record AssessmentId(UUID value) {

    static AssessmentId next() {
        return new AssessmentId(UUID.randomUUID());
    }

    /**
     * Reads an id written by {@link #toString()}; throws {@link IllegalArgumentException} for any
     * other text.
     */
    public static AssessmentId of(String text) {
        return new AssessmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
