package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of each credential what stands in the way of using it, for the people who can do something
 * about it.
 */
@Component
class Portfolio {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final Map<CredentialKind, String> ROWS =
            Map.of(
                    CredentialKind.LICENSE,
                    "D05",
                    CredentialKind.TELEHEALTH_REGISTRATION,
                    "D05",
                    CredentialKind.DEA,
                    "D06",
                    CredentialKind.CDS,
                    "D07");

    private final Standing standing;
    private final SigningAccesses accesses;
    private final Rulebook rulebook;
    private final Clock clock;

    Portfolio(Standing standing, SigningAccesses accesses, Rulebook rulebook, Clock clock) {
        this.standing = standing;
        this.accesses = accesses;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    CredentialsView of(Physician physician, List<Credential> held) {
        var facts = standing.factsOf(physician, held);
        var rows =
                held.stream()
                        .map(
                                credential ->
                                        row(
                                                credential,
                                                physician.name(),
                                                missing(credential, facts)))
                        .toList();
        var access =
                accesses.findByPhysicianOrderByEnteredAtDesc(physician.id()).stream()
                        .findFirst()
                        .map(latest -> latest.view(physician.name()))
                        .orElse(null);
        return new CredentialsView(
                physician.id(),
                physician.name(),
                physician.npi(),
                standing.statesOf(physician, held),
                rows,
                neverRegistered(held, facts),
                access,
                signing(access, held));
    }

    CredentialRow row(Credential credential, String holder) {
        return row(credential, holder, missing(credential));
    }

    private CredentialRow row(Credential credential, String holder, String missing) {
        var stand = credential.stand();
        return new CredentialRow(
                credential.id(),
                credential.holder(),
                holder,
                credential.kind(),
                credential.state(),
                stand.number(),
                credential.statusAt(clock.instant()),
                stand.expiresOn(),
                standing.daysLeft(credential).orElse(null),
                stand.renewalUntil(),
                credential.seenAt(),
                credential.source(),
                missing,
                note(credential, holder));
    }

    /** What is not wrong and still worth knowing. */
    private static String note(Credential credential, String holder) {
        var stand = credential.stand();
        if (credential.kind() == CredentialKind.DEA && !DeaNumber.fits(stand.number(), holder)) {
            return "The second letter of the number is not the first of the surname. A changed name"
                    + " explains it; a slip of the pen would too.";
        }
        if (credential.kind() == CredentialKind.BOARD_CERTIFICATION) {
            return stand.specialty() + ", " + stand.issuer();
        }
        if (credential.kind() == CredentialKind.FLORIDA_PROFILE) {
            return profile(stand);
        }
        return "";
    }

    private static String profile(Stand stand) {
        if (stand.designated() == null) {
            return "";
        }
        var exemption = stand.painExemption();
        return (stand.designated()
                        ? "Names a prescriber of controlled substances for chronic pain."
                        : "Does not name a prescriber of controlled substances for chronic pain.")
                + (exemption == null ? "" : " Exempt from the pain standards: " + exemption + ".");
    }

    private String missing(Credential credential, Facts facts) {
        var known = missing(credential);
        var state = credential.state();
        return known.isEmpty() && state != null
                ? reason(standing.hindrances(facts, state), credential.kind())
                : known;
    }

    /** What can be said without the rules about prescribers. */
    String missing(Credential credential) {
        var seenAt = credential.seenAt();
        var status = credential.statusAt(clock.instant());
        if (status == null || seenAt == null) {
            return credential.silentSince() == null
                    ? "Not confirmed at its source yet."
                    : "Its source does not answer. It is asked again and again.";
        }
        if (status != CredentialStatus.ACTIVE) {
            return "Its source says: " + words(status) + ".";
        }
        if (Boolean.TRUE.equals(credential.stand().encumbered())) {
            return "Its source reports discipline.";
        }
        var today = standing.today(credential);
        if (today.isEmpty()) {
            return "The rules do not say where its days end.";
        }
        return inTime(credential, today.get(), isOld(credential.kind(), seenAt));
    }

    private boolean isOld(CredentialKind kind, Instant seenAt) {
        return rulebook.freshness(limit(kind), Moment.SIGNING)
                .filter(limit -> seenAt.plus(limit).isBefore(clock.instant()))
                .isPresent();
    }

    /** How the rules call the age of such a fact. */
    private static String limit(CredentialKind kind) {
        return switch (kind) {
            case LICENSE, TELEHEALTH_REGISTRATION -> "license";
            case DEA -> "dea";
            case CDS -> "cds";
            case FLORIDA_PROFILE -> "floridaProfile";
            case SIGNING_CREDENTIAL -> "epcs";
            case PHARMACY_LICENSE, PHARMACY_REGISTRATION, PHARMACY_DEA -> "pharmacy";
            case ORGANIZATION_REGISTRATION -> "organisation";
            case BOARD_CERTIFICATION -> "boardCertification"; // no rule reads it
        };
    }

    private static String inTime(Credential credential, LocalDate today, boolean old) {
        var stand = credential.stand();
        if (today.isBefore(stand.validFrom())) {
            return "It begins on " + DAY.format(stand.validFrom()) + ".";
        }
        var ended = credential.end().filter(today::isAfter);
        if (ended.isPresent()) {
            return "It ended on " + DAY.format(ended.get()) + ".";
        }
        return old ? "Its source did not confirm it lately." : "";
    }

    static String words(CredentialStatus status) {
        return switch (status) {
            case ACTIVE -> "active";
            case EXPIRED -> "expired";
            case SUSPENDED -> "suspended";
            case REVOKED -> "revoked";
            case SURRENDERED -> "surrendered";
            case NONE -> "there is no such credential";
        };
    }

    /** Why the physician may not sign electronically; empty when they may. */
    private String signing(@Nullable SigningAccessView access, List<Credential> held) {
        var factor =
                held.stream()
                        .filter(each -> each.kind() == CredentialKind.SIGNING_CREDENTIAL)
                        .findFirst();
        if (access == null) {
            return "Nobody has entered signing access for you.";
        }
        if (access.revokedAt() != null) {
            return "Signing access was revoked: " + access.revokedBecause();
        }
        if (access.waiting()) {
            return "Signing access waits for the approval of a second person, a DEA registrant.";
        }
        return factor.map(this::missing)
                .orElse("No signing credential with a second factor is registered.");
    }

    private static String reason(List<Verdict> hindrances, CredentialKind kind) {
        return hindrances.stream()
                .filter(verdict -> verdict.row().equals(ROWS.get(kind)))
                .map(Verdict::reason)
                .findFirst()
                .orElse("");
    }

    /** Whole credentials that are needed where somebody has leave to practice. */
    private List<String> neverRegistered(Collection<Credential> held, Facts facts) {
        var missing = new ArrayList<String>();
        for (var state : Standing.placesOf(held)) {
            var rows = standing.hindrances(facts, state);
            for (var kind : List.of(CredentialKind.DEA, CredentialKind.CDS)) {
                if (!holds(held, kind, state) && !reason(rows, kind).isEmpty()) {
                    missing.add(kind.title() + " in " + state.title());
                }
            }
        }
        return missing;
    }

    private static boolean holds(Collection<Credential> held, CredentialKind kind, UsState state) {
        return held.stream().anyMatch(credential -> credential.isOf(kind, state));
    }
}
