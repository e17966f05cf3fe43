package health.stillwater.licensing;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one license or registration. */
@Embeddable
public record CredentialId(UUID value) {

    /** A new id, never used before. */
    public static CredentialId next() {
        return new CredentialId(UUID.randomUUID());
    }

    /** Reads an id written by {@link #toString()}. */
    public static CredentialId of(String text) {
        return new CredentialId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
