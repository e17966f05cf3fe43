package health.stillwater.enrollment;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Names one attempt to prove an identity; also the vendor's reference for it. */
@Embeddable
record IdentityCheckId(UUID value) {

    static IdentityCheckId next() {
        return new IdentityCheckId(UUID.randomUUID());
    }

    static IdentityCheckId of(String text) {
        return new IdentityCheckId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
