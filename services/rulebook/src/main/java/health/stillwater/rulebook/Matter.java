package health.stillwater.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is being judged: a moment, an instant, the facts, and the configuration in force; and what
 * every row asks of them.
 */
final class Matter {

    private final Moment moment;
    private final Instant at;
    private final Facts facts;
    private final Configuration rules;
    private final @Nullable ZoneId zone;
    private final @Nullable LocalDate today;
    private final @Nullable LocalDate federalToday;
    private @Nullable Instant startOfToday;
    private int monthsAgo;
    private @Nullable Instant startOfMonthsAgo;

    Matter(Moment moment, Instant at, Facts facts, Configuration rules) {
        this.moment = moment;
        this.at = at;
        this.facts = facts;
        this.rules = rules;
        this.zone = facts.location() == null ? null : facts.location().zone();
        this.today = zone == null ? null : LocalDate.ofInstant(at, zone);
        this.federalToday = rules.federalZone() == null ? null : dateIn(rules.federalZone());
    }

    /** Most zones are the patient's own; then the date is theirs. */
    private LocalDate dateIn(ZoneId other) {
        return today != null && other.equals(zone) ? today : LocalDate.ofInstant(at, other);
    }

    Moment moment() {
        return moment;
    }

    Instant at() {
        return at;
    }

    Facts facts() {
        return facts;
    }

    Configuration rules() {
        return rules;
    }

    /** The date where the patient is; null when their place is not known. */
    @Nullable LocalDate today() {
        return today;
    }

    /** The date by which the federal government counts. */
    @Nullable LocalDate federalToday() {
        return federalToday;
    }

    /** The date by which a state counts. */
    @Nullable LocalDate todayIn(@Nullable String state) {
        var zones = rules.stateZones();
        var its = zones == null || state == null ? null : zones.get(state);
        return its == null ? null : dateIn(its);
    }

    /** The date an instant has where the patient is. */
    @Nullable LocalDate localDate(@Nullable Instant instant) {
        return zone == null || instant == null ? null : LocalDate.ofInstant(instant, zone);
    }

    /**
     * When the earliest of the patient's days began from which so many months, clamped to the end
     * of a month, reach today. What was seen before that is too old. Worked out once for a number:
     * nine consents ask for the same.
     */
    @Nullable Instant startOfMonthsAgo(int months) {
        if (today == null || zone == null) {
            return null;
        }
        if (months == 0) {
            return startOfToday(today, zone);
        }
        if (months != monthsAgo) {
            var day = today.minusMonths(months);
            var first = day.plusMonths(months).isBefore(today) ? day.plusDays(1) : day;
            startOfMonthsAgo = first.atStartOfDay(zone).toInstant();
            monthsAgo = months;
        }
        return startOfMonthsAgo;
    }

    private Instant startOfToday(LocalDate day, ZoneId place) {
        var start = startOfToday;
        if (start == null) {
            start = day.atStartOfDay(place).toInstant();
            startOfToday = start;
        }
        return start;
    }

    @Nullable String state() {
        return facts.location() == null ? null : facts.location().state();
    }

    @Nullable String prescriberId() {
        return facts.prescriber() == null ? null : facts.prescriber().id();
    }

    @Nullable String requestId() {
        return facts.request() == null ? null : facts.request().id();
    }

    RequestFacts.@Nullable Kind requestKind() {
        return facts.request() == null ? null : facts.request().kind();
    }

    @Nullable Indication indication() {
        return facts.clinical() == null ? null : facts.clinical().indication();
    }

    PrescriptionFacts.@Nullable Signing signing() {
        return facts.prescription() == null ? null : facts.prescription().signing();
    }

    @Nullable Instant signedAt() {
        var signing = signing();
        return signing == null ? null : signing.signedAt();
    }

    /** How old a fact of this kind may be now; null when the configuration does not say. */
    @Nullable Duration limit(Freshness.Of kind) {
        var limits = rules.freshness();
        return limits == null ? null : limits.at(moment, kind);
    }

    /** Signing and every new fill: when the prescriber's own decisions must be on record. */
    boolean decisive() {
        return moment == Moment.SIGNING || moment == Moment.FILL;
    }
}
