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
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where somebody may act right now. The rules say it, the same that are asked when a decision is
 * signed.
 */
@Component
class Standing {

    private static final String DEA_ROW = "D06";

    /** License, DEA registration, the state's own registration. */
    private static final Set<String> PRESCRIBER_ROWS = Set.of("D05", DEA_ROW, "D07");

    private static final Set<String> PHARMACY_ROWS = Set.of("D32");

    private final Rulebook rulebook;
    private final SigningAccesses accesses;
    private final Clock clock;

    Standing(Rulebook rulebook, SigningAccesses accesses, Clock clock) {
        this.rulebook = rulebook;
        this.accesses = accesses;
        this.clock = clock;
    }

    Facts factsOf(Physician physician, Collection<Credential> held) {
        var now = clock.instant();
        return factsOf(physician, now(held, now), now);
    }

    /** As things stood at an instant. */
    Facts factsOf(Physician physician, Collection<Held> held, Instant at) {
        var access =
                accesses.findFirstByPhysicianAndEnteredAtLessThanEqualOrderByEnteredAtDesc(
                        physician.id(), at);
        return FactsOfLicensing.of(physician, begun(held, at), access, at);
    }

    Facts factsOf(Pharmacy pharmacy, Collection<Credential> held) {
        var now = clock.instant();
        return FactsOfLicensing.of(pharmacy, begun(now(held, now), now));
    }

    Facts factsOf(Organization organization, Collection<Credential> held) {
        var now = clock.instant();
        return FactsOfLicensing.of(organization, begun(now(held, now), now));
    }

    /** Where the physician may prescribe. */
    Set<UsState> statesOf(Physician physician, Collection<Credential> held) {
        var facts = factsOf(physician, held);
        return placesOf(held).stream()
                .filter(state -> hindrances(facts, state).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UsState.class)));
    }

    /** Where the pharmacy may ship to. */
    Set<UsState> statesOf(Pharmacy pharmacy, Collection<Credential> held) {
        var facts = factsOf(pharmacy, held);
        return held.stream()
                .filter(credential -> credential.kind() != CredentialKind.PHARMACY_DEA)
                .map(Credential::state)
                .filter(Objects::nonNull)
                .filter(state -> verdicts(Moment.CLAIM, PHARMACY_ROWS, facts, state).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UsState.class)));
    }

    /** Where somebody has leave to practice, as far as they told. */
    static Set<UsState> placesOf(Collection<Credential> held) {
        return held.stream()
                .filter(
                        credential ->
                                credential.kind() == CredentialKind.LICENSE
                                        || credential.kind()
                                                == CredentialKind.TELEHEALTH_REGISTRATION)
                .map(Credential::state)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UsState.class)));
    }

    /** The rules about a prescriber that do not pass in a state. */
    List<Verdict> hindrances(Facts facts, UsState state) {
        return verdicts(Moment.QUEUE, PRESCRIBER_ROWS, facts, state);
    }

    /** A DEA registration of this physician that the rules accept now. */
    Optional<Credential> deaInForce(Physician physician, Collection<Credential> held) {
        var facts = factsOf(physician, held);
        return held.stream()
                .filter(credential -> credential.kind() == CredentialKind.DEA)
                .filter(
                        credential -> {
                            var state = credential.state();
                            return state != null
                                    && verdicts(Moment.SIGNING, Set.of(DEA_ROW), facts, state)
                                            .isEmpty();
                        })
                .findFirst();
    }

    /**
     * Whether the source of what is signed with was heard as lately as the rules want at a claim.
     */
    boolean isKnown(Held signing) {
        var seenAt = signing.seenAt();
        var limit = rulebook.freshness("epcs", Moment.CLAIM);
        return seenAt != null
                && limit.isPresent()
                && !seenAt.plus(limit.get()).isBefore(clock.instant());
    }

    private List<Verdict> verdicts(
            Moment moment, Set<String> rows, Facts facts, @Nullable UsState state) {
        var place = state == null ? null : state.name();
        var there = new LocationFacts(place, null, null, null, null, null);
        return rulebook.judge(moment, clock.instant(), facts.with(there)).stops().stream()
                .filter(verdict -> rows.contains(verdict.row()))
                .toList();
    }

    private static List<Held> now(Collection<Credential> held, Instant now) {
        return held.stream().map(credential -> credential.heldAt(now)).toList();
    }

    /**
     * A credential that has not begun is not known of yet, and so is one whose first day cannot be
     * told.
     */
    private List<Held> begun(Collection<Held> held, Instant at) {
        return held.stream()
                .filter(
                        each ->
                                zoneOf(each.kind(), each.state())
                                        .map(zone -> LocalDate.ofInstant(at, zone))
                                        .filter(day -> !day.isBefore(each.stand().validFrom()))
                                        .isPresent())
                .toList();
    }

    /** The date where the credential counts. */
    Optional<LocalDate> today(Credential credential) {
        return zoneOf(credential).map(zone -> LocalDate.ofInstant(clock.instant(), zone));
    }

    /**
     * The instant after its last day; empty when it has none, or nobody knows where that day ends.
     */
    Optional<Instant> endOf(Credential credential) {
        return credential
                .end()
                .flatMap(
                        day ->
                                zoneOf(credential)
                                        .map(
                                                zone ->
                                                        day.plusDays(1)
                                                                .atStartOfDay(zone)
                                                                .toInstant()));
    }

    /** Whole days to its last one, where it counts; negative once that is over. */
    Optional<Long> daysLeft(Credential credential) {
        return credential
                .end()
                .flatMap(
                        day -> today(credential).map(today -> ChronoUnit.DAYS.between(today, day)));
    }

    /** Whether its last day is over. */
    boolean isOver(Credential credential) {
        return daysLeft(credential).filter(days -> days < 0).isPresent();
    }

    private Optional<ZoneId> zoneOf(Credential credential) {
        return zoneOf(credential.kind(), credential.state());
    }

    private Optional<ZoneId> zoneOf(CredentialKind kind, @Nullable UsState state) {
        return kind.federal() || state == null ? rulebook.federalZone() : rulebook.zoneOf(state);
    }
}
