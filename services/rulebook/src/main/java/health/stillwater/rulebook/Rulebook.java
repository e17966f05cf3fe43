package health.stillwater.rulebook;

import health.stillwater.kernel.UsState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The front door of the rulebook. */
@Service
public class Rulebook {

    private final Shelf shelf;
    private final Reference reference;
    private final Clock clock;

    Rulebook(Shelf shelf, Reference reference, Clock clock) {
        this.shelf = shelf;
        this.reference = reference;
        this.clock = clock;
    }

    /** Asks every rule that applies at the moment and is in force at the instant. */
    public Judgement judge(Moment moment, Instant at, Facts facts) {
        var edition = shelf.book().at(at);
        var whole = whole(facts, edition);
        var verdicts = List.copyOf(edition.pack().ask(moment, at, whole));
        return new Judgement(
                moment,
                at,
                edition.pack().version(),
                verdicts,
                Canonical.hash(Canonical.tree(whole)));
    }

    /**
     * The rules that will be in force at an instant as they are approved today, of which only these
     * rows are asked. That they are compared with their sources in time is taken for granted.
     */
    public Forecast forecast(Instant at, Set<String> rows) {
        var edition = shelf.book().at(at);
        var verified = edition.facts().verifiedBy(at, edition.pack().configuration().federalZone());
        return new Forecast(edition.pack(), facts -> facts.with(verified), rows, at);
    }

    /**
     * What was judged, by which rules, about which facts, for whom: to be kept with the act it
     * permitted or stopped.
     *
     * @param facts the very facts that were judged
     */
    public String snapshot(Judgement judgement, Facts facts) {
        var edition = shelf.book().edition(judgement.rulebookVersion());
        return Snapshots.write(judgement, edition.pack(), whole(facts, edition));
    }

    /** Judges once more from a snapshot alone, whatever the rules have become since. */
    public Judgement replay(String snapshot) {
        return Snapshots.replay(snapshot, shelf.book());
    }

    /** What a snapshot says, for people to read. */
    public SnapshotView read(String snapshot) {
        return SnapshotReading.of(snapshot, shelf.book());
    }

    /** Whether the program treats patients in this state. */
    public boolean launched(UsState state) {
        var states = now().launchedStates();
        return states != null && states.contains(state.name());
    }

    /** Whether the program treats this in a state: its track is enabled there. */
    public boolean offers(UsState state, Indication indication) {
        var tracks =
                Objects.requireNonNullElse(now().tracks(), Map.<String, Map<String, String>>of());
        return "enabled".equals(tracks.getOrDefault(state.name(), Map.of()).get(indication.code()));
    }

    /** The zone in which a state's days end; empty for a state the rules do not know. */
    public Optional<ZoneId> zoneOf(UsState state) {
        return Optional.ofNullable(now().stateZones()).map(zones -> zones.get(state.name()));
    }

    /** The zone in which the days of federal registrations end. */
    public Optional<ZoneId> federalZone() {
        return Optional.ofNullable(now().federalZone());
    }

    /** The counties of a state, by name; empty for a state we do not know. */
    public List<County> counties(UsState state) {
        return reference.counties(state);
    }

    public Optional<County> county(String fips) {
        return reference.county(fips);
    }

    /** Every form a patient signs, in the versions now in force, in the order they are read. */
    public List<ConsentForm> consentForms() {
        return reference.forms(Objects.requireNonNullElse(now().consentVersions(), Map.of()));
    }

    /** Every rule in the book, asked today or not. */
    public List<RowView> rows() {
        return shelf.book().rows().stream().map(Shelf.WrittenRow::view).toList();
    }

    private Configuration now() {
        return shelf.book().at(clock.instant()).pack().configuration();
    }

    /** The rules speak for themselves, unless the facts already say how they stand. */
    private static Facts whole(Facts facts, Shelf.Edition edition) {
        return facts.rulePack() == null ? facts.with(edition.facts()) : facts;
    }
}
