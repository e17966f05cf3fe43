package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose a credential is: a physician's, a pharmacy's, or the organization's own. */
public record Holder(
        @Nullable PhysicianId physician,
        @Nullable PharmacyId pharmacy,
        @Nullable UUID organization) {

    public Holder {
        if (Stream.of(physician, pharmacy, organization).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException("one holder, no more and no less");
        }
    }

    public static Holder of(PhysicianId physician) {
        return new Holder(physician, null, null);
    }

    public static Holder of(PharmacyId pharmacy) {
        return new Holder(null, pharmacy, null);
    }

    /** The organization of this id. */
    public static Holder of(UUID organization) {
        return new Holder(null, null, organization);
    }

    /** Whether it may hold this kind at all. */
    public boolean mayHold(CredentialKind kind) {
        return switch (kind) {
            case LICENSE,
                    TELEHEALTH_REGISTRATION,
                    DEA,
                    CDS,
                    BOARD_CERTIFICATION,
                    FLORIDA_PROFILE,
                    SIGNING_CREDENTIAL ->
                    physician != null;
            case PHARMACY_LICENSE, PHARMACY_REGISTRATION, PHARMACY_DEA -> pharmacy != null;
            case ORGANIZATION_REGISTRATION -> organization != null;
        };
    }

    void requireMayHold(NewCredential told) {
        if (!mayHold(CredentialKind.of(told))) {
            throw new IllegalArgumentException("not for this kind of holder: " + told);
        }
    }
}
