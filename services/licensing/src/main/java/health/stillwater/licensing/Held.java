package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.rulebook.Registration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential as it stands, or stood, and when its source was last heard: the gate's view of it.
 */
record Held(CredentialKind kind, @Nullable UsState state, Stand stand, @Nullable Instant seenAt) {

    PrescriberFacts.License license() {
        var type =
                kind == CredentialKind.TELEHEALTH_REGISTRATION
                        ? LicenseType.TELEHEALTH_REGISTRANT
                        : stand.licenseType();
        return new PrescriberFacts.License(
                stand.number(),
                type,
                stand.status(),
                stand.encumbered(),
                stand.expiresOn(),
                stand.suspendedFrom(),
                seenAt);
    }

    PrescriberFacts.DeaRegistration dea() {
        return new PrescriberFacts.DeaRegistration(
                stand.number(),
                stand.status() == null ? null : stand.scheduleList(),
                stand.status(),
                stand.expiresOn(),
                seenAt);
    }

    PrescriberFacts.CdsRegistration cds() {
        var address = stand.addressState();
        return new PrescriberFacts.CdsRegistration(
                stand.number(),
                stand.status(),
                address == null ? null : address.name(),
                stand.expiresOn(),
                seenAt);
    }

    /** A profile that is gone names nobody. */
    PrescriberFacts.FloridaProfile floridaProfile() {
        var designated = stand.status() == null ? null : stand.designated();
        return new PrescriberFacts.FloridaProfile(
                stand.status() == null || stand.status() == CredentialStatus.ACTIVE
                        ? designated
                        : Boolean.FALSE,
                seenAt);
    }

    Registration registration() {
        return new Registration(stand.number(), stand.status(), stand.expiresOn(), seenAt);
    }

    /** A credential that is gone proves nobody's identity. */
    @Nullable Boolean identityProofed() {
        return stand.status() == null || stand.status() == CredentialStatus.ACTIVE
                ? stand.identityProofed()
                : Boolean.FALSE;
    }

    /** How the second factor stands; without a word about it, as its credential does. */
    PrescriberFacts.@Nullable TwoFactor secondFactor() {
        return switch (stand.status()) {
            case null -> null;
            case ACTIVE -> stand.secondFactor();
            case EXPIRED -> PrescriberFacts.TwoFactor.EXPIRED;
            case SUSPENDED, REVOKED, SURRENDERED, NONE ->
                    stand.secondFactor() == null
                                    || stand.secondFactor() == PrescriberFacts.TwoFactor.CURRENT
                            ? PrescriberFacts.TwoFactor.REVOKED
                            : stand.secondFactor();
        };
    }
}
