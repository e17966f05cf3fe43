package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** The visit and its note. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EncounterFacts(
        @Nullable String id,
        @Nullable String requestId,
        @Nullable String practitionerId,
        @Nullable Modality modality,
        @Nullable Status status,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable NoteStatus noteStatus,
        @Nullable Instant noteSignedAt)
        implements FactGroup {

    /** How the two met. */
    @EnumNaming(LowerCaseNames.class)
    public enum Modality {
        VIDEO,
        AUDIO,
        ASYNCHRONOUS,
        QUESTIONNAIRE
    }

    /** How the visit stands. */
    @EnumNaming(LowerCaseNames.class)
    public enum Status {
        COMPLETED,
        IN_PROGRESS,
        NO_SHOW,
        CANCELLED
    }

    /** How the note stands. */
    @EnumNaming(LowerCaseNames.class)
    public enum NoteStatus {
        SIGNED,
        DRAFT,
        NONE
    }
}
