package health.stillwater.rulebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The rows that are asked and one version of the configuration they read: all a judgement needs,
 * never changed once made. A change makes a new pack.
 */
final class Pack {

    private final String version;
    private final JsonNode written;
    private final String hash;
    private final Configuration configuration;
    private final Row[] rows;
    private final Asked[] byMoment;

    Pack(String version, JsonNode written, List<Row> rows) {
        this(
                version,
                written,
                Canonical.hash(written),
                Canonical.read(written, Configuration.class),
                rows);
    }

    private Pack(
            String version,
            JsonNode written,
            String hash,
            Configuration configuration,
            List<Row> rows) {
        this.version = version;
        this.written = written;
        this.hash = hash;
        this.configuration = configuration;
        this.rows = rows.toArray(Row[]::new);
        this.byMoment = new Asked[Moment.values().length];
        for (var moment : Moment.values()) {
            byMoment[moment.ordinal()] = Asked.at(moment, rows);
        }
    }

    /** The same configuration, with these rows alone. */
    Pack only(Set<String> ids) {
        var kept = Arrays.stream(rows).filter(row -> ids.contains(row.written().id())).toList();
        return new Pack(version, written, hash, configuration, kept);
    }

    String version() {
        return version;
    }

    /** The configuration as it was written down. */
    JsonNode written() {
        return written;
    }

    String hash() {
        return hash;
    }

    Configuration configuration() {
        return configuration;
    }

    /**
     * Asks every row that applies at the moment and is in force at the instant; no row is spared
     * because another failed.
     */
    List<Verdict> ask(Moment moment, Instant at, Facts facts) {
        var matter = new Matter(moment, at, facts, configuration);
        var asked = byMoment[moment.ordinal()];
        var verdicts = new ArrayList<Verdict>(asked.rows().length);
        var unverified = unverified(facts);
        var all = asked.allInForce(at);
        for (var row : asked.rows()) {
            if (all || row.inForce(at)) {
                var on = unverified.isEmpty() ? null : unverified.get(row.written().id());
                verdicts.add(
                        on == null
                                ? row.ask(matter)
                                : row.unverified(on, configuration.rulePackDays()));
            }
        }
        return verdicts;
    }

    /**
     * The caps of the protocol in force for what the patient is treated for; null while that is not
     * known, or no protocol is.
     */
    @Nullable ProtocolFacts capsFor(Facts facts) {
        var protocol = configuration.protocol();
        var clinical = facts.clinical();
        var indication = clinical == null ? null : clinical.indication();
        if (protocol == null || indication == null) {
            return null;
        }
        var doses = protocol.doses();
        var caps = doses == null ? null : doses.get(indication.code());
        return caps == null ? ProtocolFacts.unset(version) : caps.in(version);
    }

    /**
     * Milligrams a session above which the protocol asks a second signature; empty when it asks
     * none. While it is not known what the patient is treated for, the lowest of all counts.
     */
    Optional<BigDecimal> secondSignatureAbove(Facts facts) {
        var caps = capsFor(facts);
        if (caps != null) {
            return Optional.ofNullable(caps.secondSignatureAboveMg());
        }
        var protocol = configuration.protocol();
        var doses = protocol == null ? null : protocol.doses();
        return doses == null
                ? Optional.empty()
                : doses.values().stream()
                        .map(ProtocolFacts::secondSignatureAboveMg)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder());
    }

    private static Map<String, LocalDate> unverified(Facts facts) {
        var pack = facts.rulePack();
        var unverified = pack == null ? null : pack.unverified();
        return unverified == null ? Map.of() : unverified;
    }

    /** The rows whose last verification is no longer good on a day, with that of each. */
    Map<String, LocalDate> unverifiedOn(LocalDate today) {
        var days = configuration.rulePackDays();
        var stale = new TreeMap<String, LocalDate>();
        for (var row : rows) {
            var on = row.written().lastVerified();
            if (days != null && on.plusDays(days).isBefore(today)) {
                stale.put(row.written().id(), on);
            }
        }
        return stale;
    }

    /** When each row that is asked was last compared with its source. */
    Map<String, LocalDate> verified() {
        var verified = new TreeMap<String, LocalDate>();
        for (var row : rows) {
            verified.merge(
                    row.written().id(),
                    row.written().lastVerified(),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
        return verified;
    }

    /** The day on which the row that waited longest was last verified. */
    LocalDate lastVerified() {
        var oldest = LocalDate.MAX;
        for (var row : rows) {
            var on = row.written().lastVerified();
            oldest = on.isBefore(oldest) ? on : oldest;
        }
        return oldest;
    }

    /**
     * The rows of one moment.
     *
     * @param from since when all of them are in force
     * @param until when the first of them is no more
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Asked(Row[] rows, Instant from, Instant until) {

        static Asked at(Moment moment, List<Row> rows) {
            var asked = rows.stream().filter(row -> row.moments().contains(moment)).toList();
            return new Asked(
                    asked.toArray(Row[]::new),
                    asked.stream().map(Row::from).max(Instant::compareTo).orElse(Instant.MIN),
                    asked.stream().map(Row::until).min(Instant::compareTo).orElse(Instant.MAX));
        }

        boolean allInForce(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }
}
