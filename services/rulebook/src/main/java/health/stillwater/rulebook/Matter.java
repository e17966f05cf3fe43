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

    Matter(Moment moment, Instant at, Facts facts, Configuration rules) {
        this.moment = moment;
        this.at = at;
        this.facts = facts;
        this.rules = rules;
        this.zone = facts.location() == null ? null : facts.location().zone();
        this.today = zone == null ? null : LocalDate.ofInstant(at, zone);
        this.federalToday =
                rules.federalZone() == null ? null : LocalDate.ofInstant(at, rules.federalZone());
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
        return its == null ? null : LocalDate.ofInstant(at, its);
    }

    /** The date an instant has where the patient is. */
    @Nullable LocalDate localDate(@Nullable Instant instant) {
        return zone == null || instant == null ? null : LocalDate.ofInstant(instant, zone);
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

    /** How old a fact of this name may be now; null when the configuration does not say. */
    @Nullable Duration limit(String fact) {
        var limits = rules.freshness();
        var limit = limits == null ? null : limits.get(fact);
        return limit == null ? null : limit.at(moment);
    }

    /** Signing and every new fill: when the prescriber's own decisions must be on record. */
    boolean decisive() {
        return moment == Moment.SIGNING || moment == Moment.FILL;
    }
}
