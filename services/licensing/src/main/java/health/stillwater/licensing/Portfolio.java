package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.CredentialStatus;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                    CredentialKind.DEA,
                    "D06",
                    CredentialKind.CDS,
                    "D07");

    private final Standing standing;
    private final LicensingSettings settings;
    private final Clock clock;

    Portfolio(Standing standing, LicensingSettings settings, Clock clock) {
        this.standing = standing;
        this.settings = settings;
        this.clock = clock;
    }

    CredentialsView of(Physician physician, List<Credential> held) {
        var facts = standing.factsOf(physician, held);
        var rows =
                held.stream()
                        .map(
                                credential ->
                                        credential.row(
                                                physician.name(), missing(credential, facts)))
                        .toList();
        return new CredentialsView(
                physician.id(),
                physician.name(),
                physician.npi(),
                standing.statesOf(physician, held),
                rows,
                neverRegistered(held, facts));
    }

    private String missing(Credential credential, Facts facts) {
        var known = missing(credential);
        return known.isEmpty()
                ? reason(standing.hindrances(facts, credential.state()), credential.kind())
                : known;
    }

    /** What can be said without the rules. */
    String missing(Credential credential) {
        var seenAt = credential.seenAt();
        var status = credential.status();
        if (status == null || seenAt == null) {
            return credential.silentSince() == null
                    ? "Not confirmed at its source yet."
                    : "Its source does not answer. It is asked again and again.";
        }
        if (status != CredentialStatus.ACTIVE) {
            return "Its source says: " + words(status) + ".";
        }
        if (credential.isEncumbered()) {
            return "Its source reports discipline.";
        }
        var today = standing.today(credential);
        if (today.isEmpty()) {
            return "The rules do not say where a day ends in " + credential.state().title() + ".";
        }
        return inTime(
                credential,
                today.get(),
                seenAt.plus(settings.evidenceGoodFor()).isBefore(clock.instant()));
    }

    private static String inTime(Credential credential, LocalDate today, boolean old) {
        if (today.isBefore(credential.validFrom())) {
            return "It begins on " + DAY.format(credential.validFrom()) + ".";
        }
        if (today.isAfter(credential.expiresOn())) {
            return "It ended on " + DAY.format(credential.expiresOn()) + ".";
        }
        return old ? "Its source did not confirm it lately." : "";
    }

    private static String words(CredentialStatus status) {
        return switch (status) {
            case ACTIVE -> "active";
            case EXPIRED -> "expired";
            case SUSPENDED -> "suspended";
            case REVOKED -> "revoked";
            case SURRENDERED -> "surrendered";
            case NONE -> "there is no such credential";
        };
    }

    private static String reason(List<Verdict> hindrances, CredentialKind kind) {
        return hindrances.stream()
                .filter(verdict -> verdict.row().equals(ROWS.get(kind)))
                .map(Verdict::reason)
                .findFirst()
                .orElse("");
    }

    /** Whole credentials that are needed where a license is held. */
    private List<String> neverRegistered(Collection<Credential> held, Facts facts) {
        var missing = new ArrayList<String>();
        held.stream()
                .filter(credential -> credential.kind() == CredentialKind.LICENSE)
                .map(Credential::state)
                .forEach(
                        state -> {
                            var rows = standing.hindrances(facts, state);
                            for (var kind : List.of(CredentialKind.DEA, CredentialKind.CDS)) {
                                if (!holds(held, kind, state) && !reason(rows, kind).isEmpty()) {
                                    missing.add(kind.title() + " in " + state.title());
                                }
                            }
                        });
        return missing;
    }

    private static boolean holds(Collection<Credential> held, CredentialKind kind, UsState state) {
        return held.stream()
                .anyMatch(credential -> credential.kind() == kind && credential.state() == state);
    }
}
