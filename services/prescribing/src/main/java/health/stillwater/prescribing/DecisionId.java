package health.stillwater.prescribing;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Names one signed decision, everywhere; also the prescription it is, and the act of signing that
 * made it.
 */
@Embeddable
public record DecisionId(UUID value) {

    /** A new id, never used before. */
    public static DecisionId next() {
        return new DecisionId(UUID.randomUUID());
    }

    /**
     * Reads an id written by {@link #toString()}; throws {@link IllegalArgumentException} for any
     * other text.
     */
    public static DecisionId of(String text) {
        return new DecisionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
