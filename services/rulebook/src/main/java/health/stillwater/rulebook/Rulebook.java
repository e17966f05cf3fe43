package health.stillwater.rulebook;

import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Book.WrittenRow;
import health.stillwater.runtime.DatabaseClock;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the rulebook. */
@Service
public class Rulebook {

    private final Shelf shelf;
    private final Reference reference;
    private final Settings settings;
    private final Proposals proposals;
    private final ProposalBook proposalBook;
    private final Switchboard switchboard;
    private final DatabaseClock databaseClock;
    private final Clock clock;

    Rulebook(
            Shelf shelf,
            Reference reference,
            Settings settings,
            Proposals proposals,
            ProposalBook proposalBook,
            Switchboard switchboard,
            DatabaseClock databaseClock,
            Clock clock) {
        this.shelf = shelf;
        this.reference = reference;
        this.settings = settings;
        this.proposals = proposals;
        this.proposalBook = proposalBook;
        this.switchboard = switchboard;
        this.databaseClock = databaseClock;
        this.clock = clock;
    }

    /**
     * Asks every rule that applies at the moment and is in force at the instant, in the book as the
     * database holds it now. Inside a transaction the book stays so until that ends.
     */
    public Judgement judge(Moment moment, Instant at, Facts facts) {
        var book = shelf.latest();
        var edition = book.at(at);
        var whole = book.whole(facts, edition, at);
        var verdicts = List.copyOf(edition.pack().ask(moment, at, whole));
        var hash = Canonical.hash(Canonical.tree(whole));
        return new Judgement(moment, at, edition.pack().version(), verdicts, hash);
    }

    /**
     * The rules that will be in force at an instant as they are approved today, of which only these
     * rows are asked. That they are compared with their sources in time is taken for granted.
     */
    public Forecast forecast(Instant at, Set<String> rows) {
        return forecast(shelf.latest(), at, rows);
    }

    /**
     * The same, as if this proposal were approved too, from its day on.
     *
     * @throws Refusal when it could not be approved any more
     */
    public Forecast forecast(Instant at, Set<String> rows, long proposal) {
        return forecast(proposalBook.supposing(proposal, databaseClock.now()), at, rows);
    }

    private static Forecast forecast(Book book, Instant at, Set<String> rows) {
        var edition = book.at(at);
        var zone = edition.pack().configuration().federalZone();
        var verified = edition.facts(at).verifiedBy(at, zone);
        return new Forecast(
                edition.pack(), facts -> book.whole(facts.with(verified), edition, at), rows, at);
    }

    /**
     * What was judged, by which rules, about which facts, for whom: to be kept with the act it
     * permitted or stopped.
     *
     * @param facts the very facts that were judged
     */
    public String snapshot(Judgement judgement, Facts facts) {
        var book = shelf.latest();
        var edition = book.edition(judgement.rulebookVersion());
        return Snapshots.write(
                judgement, edition.pack(), book.whole(facts, edition, judgement.at()));
    }

    /**
     * Keeps the rules as they are until the caller's transaction ends, and answers the instant to
     * judge at. A change or a kill switch that came first is in force at that instant; one that
     * comes later waits for the caller.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant holdStill() {
        shelf.latest();
        return databaseClock.now();
    }

    /** Judges once more from a snapshot alone, whatever the rules have become since. */
    public Judgement replay(String snapshot) {
        return Snapshots.replay(snapshot, shelf.latest());
    }

    /** Judges once more from a snapshot alone, and by today's rules, and compares. */
    public Replay replayed(String snapshot) {
        return Snapshots.compare(snapshot, shelf.latest(), databaseClock.now());
    }

    /** What a snapshot says, for people to read. */
    public SnapshotView read(String snapshot) {
        return SnapshotReading.of(snapshot, shelf.latest());
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

    /**
     * The end of the temporary federal rule that lets a physician prescribe after a video visit
     * alone (21 CFR 1307.41); empty when the rules do not say.
     */
    public Optional<Instant> temporaryRuleEnds() {
        var basis = now().federalBasis();
        return Optional.ofNullable(basis == null ? null : basis.temporaryRuleEndsAt());
    }

    /** The zone in which a state's days end; empty for a state the rules do not know. */
    public Optional<ZoneId> zoneOf(UsState state) {
        return Optional.ofNullable(now().stateZones()).map(zones -> zones.get(state.name()));
    }

    /** The zone in which the days of federal registrations end. */
    public Optional<ZoneId> federalZone() {
        return Optional.ofNullable(now().federalZone());
    }

    /**
     * How old a fact may be when it is judged: {@code license} at signing; empty where the rules
     * set no limit.
     */
    public Optional<Duration> freshness(String fact, Moment moment) {
        var limits = now().freshness();
        return limits == null
                ? Optional.empty()
                : Freshness.Of.named(fact).map(kind -> limits.at(moment, kind));
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

    /** Every version of every rule in the book, asked today or not. */
    public List<RowView> rows() {
        return shelf.latest().rows().stream().map(WrittenRow::view).toList();
    }

    /** Of each rule the version in force, or, where none is, the next one or the last. */
    public List<RowVersion> currentRows() {
        return Shown.currentRows(shelf.latest(), clock.instant());
    }

    /** Every version of one rule, the latest first. */
    public List<RowVersion> versions(String row) {
        return Shown.versions(shelf.latest(), row, clock.instant());
    }

    /** What each jurisdiction says, and which rows carry it. */
    public List<Law> law() {
        return reference.law();
    }

    /** The name of the rules in force: it changes with every change of them. */
    public String version() {
        return shelf.latest().at(clock.instant()).pack().version();
    }

    /** Every value an officer may change, as it is now. */
    public List<SettingView> settings() {
        return Shown.settings(shelf.latest(), settings.all(), clock.instant());
    }

    public SettingView setting(String path) {
        return Shown.setting(shelf.latest(), settings.one(path), clock.instant());
    }

    /** Above how many milligrams a session a second physician signs too; empty when none does. */
    public Optional<BigDecimal> secondSignatureAbove(Facts facts, Instant at) {
        return shelf.latest().at(at).pack().secondSignatureAbove(facts);
    }

    /** Who signs for the clinical protocol. */
    public Optional<String> medicalDirector() {
        return Optional.ofNullable(now().protocol()).map(Configuration.Protocol::medicalDirector);
    }

    /** Every change ever proposed, the latest first. */
    public List<ProposalView> proposals() {
        return proposalBook.all();
    }

    /** Those of them that could be approved now. */
    public List<ProposalView> proposalsStanding() {
        return proposalBook.standing(databaseClock.now());
    }

    public ProposalView proposal(long number) {
        return proposalBook.one(number).view();
    }

    public ProposalOutcome propose(RowDraft draft) {
        return proposals.propose(draft);
    }

    public ProposalOutcome propose(ValueDraft draft) {
        return proposals.propose(draft);
    }

    /** Says that rows were compared with their sources today. */
    public ProposalOutcome proposeVerified(List<String> rows, String reason) {
        return proposals.proposeVerified(rows, reason);
    }

    /** Agrees as a second person; the one who proposed it is refused. */
    public void approve(long proposal) {
        proposals.approve(proposal);
    }

    public void reject(long proposal, String reason) {
        proposals.reject(proposal, reason);
    }

    /** Takes back what one proposed. */
    public void withdraw(long proposal) {
        proposals.withdraw(proposal);
    }

    /** Every kill switch ever thrown, the latest first. */
    public List<KillSwitch> switches() {
        return shelf.latest().switches();
    }

    /** Stops something as a whole, from now on; a second person confirms it or lifts it. */
    public long stop(NewKillSwitch wanted) {
        return switchboard.throwIt(wanted);
    }

    /** Gives the next word about a kill switch. */
    public void say(long killSwitch, KillSwitch.Said said, String reason) {
        switchboard.say(killSwitch, said, reason);
    }

    private Configuration now() {
        return shelf.book().at(clock.instant()).pack().configuration();
    }
}
