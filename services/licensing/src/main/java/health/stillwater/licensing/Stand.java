package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.PrescriberFacts.LicenseType;
import health.stillwater.rulebook.PrescriberFacts.TwoFactor;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a credential stands at one time: what its holder told of it, and what its source last said. A
 * change is another stand; the database keeps every one, from when until when.
 *
 * @param addressState where the address of a state's registration lies; null for the other kinds
 * @param expiresOn the last day on which it is valid; null for what has none
 * @param renewalUntil the last day of a renewal that its source has not confirmed yet; it counts
 *     for nothing
 * @param licenseType what its source calls it; null as long as it did not say
 * @param schedules the schedules its source named, with spaces between
 * @param status what its source last said; null as long as it said nothing
 * @param suspendedFrom from when it is suspended, past or to come
 * @param designated whether a practitioner profile names a prescriber of controlled substances
 */
@Embeddable
record Stand(
        String number,
        @Enumerated(EnumType.STRING) @Nullable UsState addressState,
        LocalDate validFrom,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate renewalUntil,
        @Enumerated(EnumType.STRING) @Nullable LicenseType licenseType,
        String schedules,
        @Enumerated(EnumType.STRING) @Nullable CredentialStatus status,
        @Nullable Boolean encumbered,
        @Nullable Instant suspendedFrom,
        @Nullable String issuer,
        @Nullable String specialty,
        @Nullable Boolean designated,
        @Nullable String painExemption,
        @Nullable Boolean identityProofed,
        @Enumerated(EnumType.STRING) @Nullable TwoFactor secondFactor) {

    /** As its holder told it; no source has spoken. */
    static Stand told(NewCredential told) {
        var certified = told instanceof NewCredential.BoardCertification it ? it : null;
        return new Stand(
                told.number(),
                told instanceof NewCredential.CdsRegistration cds ? cds.addressState() : null,
                told.validFrom(),
                told.expiresOn(),
                null,
                null,
                "",
                null,
                null,
                null,
                certified == null ? null : certified.issuer(),
                certified == null ? null : certified.specialty(),
                null,
                null,
                null,
                null);
    }

    /**
     * As its source now says. A suspension that was known keeps the instant it began; a renewal is
     * confirmed by an end that reaches it.
     */
    Stand confirmed(BoardAnswer.Told answer) {
        var details = answer.details();
        var end = details.expiresOn() == null ? expiresOn : details.expiresOn();
        return new Stand(
                number,
                addressState,
                validFrom,
                end,
                reaches(end, renewalUntil) ? null : renewalUntil,
                details.type(),
                String.join(" ", new TreeSet<>(details.schedules())),
                answer.status(),
                details.encumbered(),
                suspendedFrom(answer),
                issuer,
                specialty,
                details.designated(),
                details.painExemption(),
                details.identityProofed(),
                details.secondFactor());
    }

    private @Nullable Instant suspendedFrom(BoardAnswer.Told answer) {
        if (answer.details().suspendedFrom() != null) {
            return answer.details().suspendedFrom();
        }
        if (answer.status() != CredentialStatus.SUSPENDED) {
            return null;
        }
        return suspendedFrom == null ? answer.evidence().seenAt() : suspendedFrom;
    }

    private static boolean reaches(@Nullable LocalDate end, @Nullable LocalDate renewal) {
        return renewal == null || (end != null && !end.isBefore(renewal));
    }

    /**
     * The same credential, said to be renewed; the end that counts stays until its source agrees.
     */
    Stand renewedUntil(LocalDate day) {
        return with(status, day);
    }

    /** How it stands at an instant: suspended, once the instant announced for that has come. */
    Stand at(Instant now) {
        return status == CredentialStatus.ACTIVE && !isGoodAt(now)
                ? with(CredentialStatus.SUSPENDED, renewalUntil)
                : this;
    }

    private Stand with(@Nullable CredentialStatus newStatus, @Nullable LocalDate newRenewal) {
        return new Stand(
                number,
                addressState,
                validFrom,
                expiresOn,
                newRenewal,
                licenseType,
                schedules,
                newStatus,
                encumbered,
                suspendedFrom,
                issuer,
                specialty,
                designated,
                painExemption,
                identityProofed,
                secondFactor);
    }

    List<String> scheduleList() {
        return schedules.isEmpty() ? List.of() : List.of(schedules.split(" "));
    }

    /** Whether its source says it is in force at this instant; how long, is another question. */
    boolean isGoodAt(Instant now) {
        return status == CredentialStatus.ACTIVE
                && (suspendedFrom == null || now.isBefore(suspendedFrom));
    }

    /** Whether its source took it away, which is more than that it ran out. */
    boolean isTakenAwayAt(Instant now) {
        var seen = at(now).status();
        return seen == CredentialStatus.SUSPENDED
                || seen == CredentialStatus.REVOKED
                || seen == CredentialStatus.SURRENDERED
                || seen == CredentialStatus.NONE;
    }
}
