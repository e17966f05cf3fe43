package health.stillwater.licensing;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.LocationFacts;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Where somebody may act right now. The rules say it, the same that are asked when a decision is
 * signed.
 */
@Component
class Standing {

    /** License, DEA registration, the state's own registration. */
    private static final Set<String> PRESCRIBER_ROWS = Set.of("D05", "D06", "D07");

    private static final Set<String> PHARMACY_ROWS = Set.of("D32");

    private final Rulebook rulebook;
    private final Clock clock;

    Standing(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    Facts factsOf(Physician physician, Collection<Credential> held) {
        return FactsOfLicensing.of(physician, begun(held));
    }

    Facts factsOf(Pharmacy pharmacy, Collection<Credential> held) {
        return FactsOfLicensing.of(pharmacy, begun(held));
    }

    /** Where the physician may prescribe. */
    Set<UsState> statesOf(Physician physician, Collection<Credential> held) {
        var facts = factsOf(physician, held);
        return held.stream()
                .filter(credential -> credential.kind() == CredentialKind.LICENSE)
                .map(Credential::state)
                .filter(state -> hindrances(facts, state).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UsState.class)));
    }

    /** Where the pharmacy may ship to. */
    Set<UsState> statesOf(Pharmacy pharmacy, Collection<Credential> held) {
        var facts = factsOf(pharmacy, held);
        return held.stream()
                .filter(credential -> credential.kind() != CredentialKind.PHARMACY_DEA)
                .map(Credential::state)
                .filter(state -> verdicts(Moment.CLAIM, PHARMACY_ROWS, facts, state).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UsState.class)));
    }

    /** The rules about a prescriber that do not pass in a state. */
    List<Verdict> hindrances(Facts facts, UsState state) {
        return verdicts(Moment.QUEUE, PRESCRIBER_ROWS, facts, state);
    }

    private List<Verdict> verdicts(Moment moment, Set<String> rows, Facts facts, UsState state) {
        var there = new LocationFacts(state.name(), null, null, null, null, null);
        return rulebook.judge(moment, clock.instant(), facts.with(there)).stops().stream()
                .filter(verdict -> rows.contains(verdict.row()))
                .toList();
    }

    /**
     * A credential that has not begun is not known of yet, and so is one whose first day cannot be
     * told.
     */
    private List<Credential> begun(Collection<Credential> held) {
        return held.stream()
                .filter(
                        credential ->
                                today(credential)
                                        .filter(day -> !day.isBefore(credential.validFrom()))
                                        .isPresent())
                .toList();
    }

    /** The date where the credential counts. */
    Optional<LocalDate> today(Credential credential) {
        return zoneOf(credential).map(zone -> LocalDate.ofInstant(clock.instant(), zone));
    }

    /** The instant after its last day; empty when the rules do not say where that day ends. */
    Optional<Instant> endOf(Credential credential) {
        return zoneOf(credential)
                .map(zone -> credential.expiresOn().plusDays(1).atStartOfDay(zone).toInstant());
    }

    private Optional<ZoneId> zoneOf(Credential credential) {
        return credential.kind().federal()
                ? rulebook.federalZone()
                : rulebook.zoneOf(credential.state());
    }
}
