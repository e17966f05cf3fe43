package health.stillwater.rulebook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole book at one reading.
 *
 * @param changes moves with every change; the same number is the same book
 * @param rows every version of every row ever written or approved, by id and version
 * @param editions what is in force, and from when: the oldest first
 * @param switches every kill switch ever thrown
 */
record Book(
        long changes,
        Instant readAt,
        List<WrittenRow> rows,
        List<Edition> editions,
        List<KillSwitch> switches) {

    /**
     * One version of a row as it is written down.
     *
     * @param until when it ends or a later version takes its place; {@link Instant#MAX} while
     *     neither is known
     * @param approvedBy who agreed on it; empty for what a migration wrote
     * @param proposal where that is told; null for what a migration wrote
     */
    record WrittenRow(
            RowView view,
            ZoneId zone,
            Instant from,
            Instant until,
            List<String> approvedBy,
            @Nullable Long proposal) {

        Row row() {
            return new Row(view, from, until);
        }

        WrittenRow until(Instant end) {
            return new WrittenRow(view, zone, from, end, approvedBy, proposal);
        }

        WrittenRow as(RowView other) {
            return new WrittenRow(other, zone, from, until, approvedBy, proposal);
        }

        RowVersion version() {
            return new RowVersion(
                    view,
                    zone,
                    from,
                    until.equals(Instant.MAX) ? null : until,
                    approvedBy,
                    proposal);
        }
    }

    /**
     * What is in force from an instant on: rows and configuration, and who agreed on the last
     * change.
     */
    record Edition(Pack pack, Instant effectiveFrom, List<String> approvedBy, boolean testsGreen) {

        /** What D36 and every row are told when nobody says otherwise. */
        RulePackFacts facts(Instant at) {
            var zone = pack.configuration().federalZone();
            var stale =
                    zone == null
                            ? Map.<String, java.time.LocalDate>of()
                            : pack.unverifiedOn(at.atZone(zone).toLocalDate());
            return new RulePackFacts(
                    pack.version(),
                    pack.version(),
                    RulePackFacts.Status.ACTIVE,
                    approvedBy,
                    testsGreen,
                    pack.lastVerified(),
                    stale.isEmpty() ? null : stale);
        }
    }

    /** The edition in force at an instant. */
    Edition at(Instant instant) {
        return editions.reversed().stream()
                .filter(edition -> !edition.effectiveFrom().isAfter(instant))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no rules are in force at " + instant));
    }

    Edition edition(String version) {
        return editions.stream()
                .filter(edition -> edition.pack().version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rules in version " + version));
    }

    Row row(String id, int version) {
        return rows.stream()
                .filter(row -> row.view().id().equals(id) && row.view().version() == version)
                .map(WrittenRow::row)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no row " + id + " in version " + version));
    }

    List<WrittenRow> versions(String id) {
        return rows.stream().filter(row -> row.view().id().equals(id)).toList();
    }

    /**
     * Facts as they are judged: the rules speak for themselves, the protocol in force gives its
     * caps, and whatever was stopped is on hold, unless the facts already say so.
     */
    Facts whole(Facts facts, Edition edition, Instant at) {
        var known = facts.rulePack() == null ? facts.with(edition.facts(at)) : facts;
        var caps = known.protocol() == null ? edition.pack().capsFor(known) : null;
        return held(caps == null ? known : known.with(caps), facts.rulePack() == null, at);
    }

    private Facts held(Facts facts, boolean weSpeak, Instant at) {
        var stopped =
                switches.stream()
                        .filter(each -> each.stops() && each.concerns(facts))
                        .map(each -> each.hold(at))
                        .toList();
        var others = facts.holds();
        if (stopped.isEmpty() && (others != null || !weSpeak)) {
            return facts;
        }
        var all = new ArrayList<>(stopped);
        if (others != null) {
            all.addAll(0, others);
        }
        return facts.withHolds(List.copyOf(all));
    }
}
