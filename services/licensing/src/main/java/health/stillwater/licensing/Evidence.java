package health.stillwater.licensing;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Where a credential was confirmed, and when.
 *
 * @param source who said so: {@code Florida medical board}
 * @param id the document or reply it rests on
 */
@Embeddable
public record Evidence(String source, String id, Instant seenAt) {

    public Evidence {
        if (source.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("evidence without a source or an id");
        }
    }
}
