package health.stillwater.portals.compliance;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.CredentialId;
import health.stillwater.licensing.CredentialKind;
import health.stillwater.licensing.CredentialRow;
import health.stillwater.licensing.Holder;
import health.stillwater.licensing.HolderView;
import health.stillwater.licensing.SigningAccessView;
import health.stillwater.licensing.TermView;
import health.stillwater.licensing.VerificationView;
import health.stillwater.rulebook.CredentialStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A physician with one license, as the desk of credentials would show it. */
final class SampleCredentials {

    static final Instant NOW = Instant.parse("2026-11-23T19:15:00Z");
    static final PhysicianId CASTELLANE = PhysicianId.of("0b000000-0000-4000-8000-000000000001");
    static final Holder HOLDER = Holder.of(CASTELLANE);
    static final CredentialId LICENSE = CredentialId.of("1c000000-0000-4000-8000-000000000001");

    static HolderView view(@Nullable SigningAccessView access) {
        return new HolderView(
                HOLDER,
                "Dr. Maya Castellane",
                List.of(row()),
                List.of(term(CredentialStatus.SUSPENDED, null, false), term(null, NOW, true)),
                access == null ? List.of() : List.of(access));
    }

    static TermView term(
            @Nullable CredentialStatus status, @Nullable Instant until, boolean byOfficer) {
        return new TermView(
                LICENSE,
                CredentialKind.LICENSE,
                UsState.FL,
                NOW.minus(Duration.ofDays(2)),
                until,
                "ME104417",
                status,
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2027, 3, 31),
                null,
                false,
                byOfficer);
    }

    static SigningAccessView access() {
        return new SigningAccessView(
                UUID.randomUUID(),
                CASTELLANE,
                "Dr. Maya Castellane",
                "Wendeline Marsh",
                NOW.minus(Duration.ofHours(3)),
                "Dr. Halloran",
                NOW.minus(Duration.ofHours(2)),
                "FH4102012",
                null,
                null,
                null);
    }

    static CredentialRow row() {
        return new CredentialRow(
                LICENSE,
                HOLDER,
                "Dr. Maya Castellane",
                CredentialKind.LICENSE,
                UsState.FL,
                "ME104417",
                CredentialStatus.ACTIVE,
                LocalDate.of(2027, 3, 31),
                128L,
                null,
                NOW.minus(Duration.ofHours(5)),
                "Florida medical board",
                "",
                "");
    }

    static VerificationView answer() {
        return new VerificationView(
                "Florida medical board",
                NOW,
                NOW,
                CredentialStatus.ACTIVE,
                LocalDate.of(2027, 3, 31),
                "sha256:77",
                null);
    }

    static VerificationView silence() {
        return new VerificationView(
                "Florida medical board", NOW, NOW, null, null, null, "status 503");
    }

    static VerificationView paper() {
        return new VerificationView("Paper on file", NOW, NOW, null, null, "Folder 7", null);
    }

    private SampleCredentials() {}
}
