package health.stillwater.visits;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one visit. */
@Embeddable
public record VisitId(UUID value) {

    static VisitId next() {
        return new VisitId(UUID.randomUUID());
    }

    /**
     * Reads an id written by {@link #toString()}; throws {@link IllegalArgumentException} for any
     * other text.
     */
    public static VisitId of(String text) {
        return new VisitId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
