package health.stillwater.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, told in the past tense. Carries ids and facts, never health information
 * in words: events are kept as plain text in the outbox and, every one of them, in the audit trail.
 */
public interface DomainEvent {

    /** The patient it is about; null when it is about none. */
    @Nullable PatientId subject();

    Instant at();

    /**
     * What it happened to, for the audit trail: {@code request 3f…}, {@code order 7a…}. Ids only.
     */
    String about();
}
