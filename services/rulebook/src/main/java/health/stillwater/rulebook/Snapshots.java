package health.stillwater.rulebook;

import health.stillwater.runtime.Acting;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judgements written down so that they can be made again: everything they stood on, in canonical
 * JSON.
 */
final class Snapshots {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Snapshots() {}

    static String write(Judgement judgement, Pack pack, Facts judged) {
        var facts = Canonical.tree(judged);
        if (!Canonical.hash(facts).equals(judgement.factsHash())) {
            throw new IllegalArgumentException("these are not the facts that were judged");
        }
        var snapshot = NODES.objectNode();
        snapshot.put("moment", judgement.moment().code());
        snapshot.put("at", judgement.at().toString());
        snapshot.set("actor", actor());
        snapshot.put("rulebookVersion", pack.version());
        snapshot.put("configurationHash", pack.hash());
        snapshot.set("configuration", pack.written());
        snapshot.put("factsHash", judgement.factsHash());
        snapshot.set("groupHashes", groupHashes(facts));
        snapshot.set("facts", facts);
        snapshot.put("allowed", judgement.allowed());
        var verdicts = snapshot.putArray("verdicts");
        judgement.verdicts().forEach(verdict -> verdicts.add(verdict(verdict)));
        return Canonical.text(snapshot);
    }

    /** One for each group of facts, so that two snapshots can be compared group by group. */
    private static ObjectNode groupHashes(JsonNode facts) {
        var hashes = NODES.objectNode();
        facts.properties()
                .forEach(group -> hashes.put(group.getKey(), Canonical.hash(group.getValue())));
        return hashes;
    }

    private static ObjectNode actor() {
        var actor = Acting.now();
        return NODES.objectNode().put("kind", actor.kind().name()).put("id", actor.id().toString());
    }

    private static ObjectNode verdict(Verdict verdict) {
        return NODES.objectNode()
                .put("row", verdict.row())
                .put("version", verdict.version())
                .put("answer", verdict.answer().name())
                .put("reason", verdict.reason());
    }

    /**
     * Judges again from what was written; only the rows' own words come from the book, which
     * forgets no version.
     */
    static Judgement replay(String text, Book book) {
        var snapshot = Canonical.parse(text);
        var configuration = snapshot.required("configuration");
        require(Canonical.hash(configuration), snapshot, "configurationHash");
        var facts = Canonical.read(snapshot.required("facts"), Facts.class);
        require(Canonical.hash(snapshot.required("facts")), snapshot, "factsHash");
        var hashes = snapshot.path("groupHashes");
        if (!hashes.isMissingNode() && !hashes.equals(groupHashes(snapshot.required("facts")))) {
            throw new IllegalArgumentException("the snapshot was changed: groupHashes");
        }
        var version = snapshot.required("rulebookVersion").asString();
        var pack = new Pack(version, configuration, rows(snapshot, book));
        var moment = Moment.of(snapshot.required("moment").asString());
        var at = Instant.parse(snapshot.required("at").asString());
        var hash = snapshot.required("factsHash").asString();
        return new Judgement(moment, at, version, pack.ask(moment, at, facts), hash);
    }

    /** The judgement made again, beside what the same facts come to by the rules of now. */
    static Replay compare(String text, Book book, Instant now) {
        var then = replay(text, book);
        var pack = packOf(book, now);
        var snapshot = Canonical.parse(text);
        var facts = Canonical.read(snapshot.required("facts"), Facts.class);
        var verdicts = pack.ask(then.moment(), then.at(), facts);
        var today =
                new Judgement(then.moment(), then.at(), pack.version(), verdicts, then.factsHash());
        return new Replay(
                then, isAsWritten(then, snapshot), today, now, lines(then.verdicts(), verdicts));
    }

    /** The rules in force now, as if they had always been. */
    private static Pack packOf(Book book, Instant now) {
        var pack = book.at(now).pack();
        var rows =
                book.rows().stream()
                        .filter(row -> row.view().enabled() && row.row().inForce(now))
                        .map(row -> new Row(row.view(), Instant.MIN, Instant.MAX))
                        .toList();
        return new Pack(pack.version(), pack.written(), rows);
    }

    private static boolean isAsWritten(Judgement again, JsonNode snapshot) {
        var verdicts = NODES.arrayNode();
        again.verdicts().forEach(verdict -> verdicts.add(verdict(verdict)));
        return Canonical.text(verdicts).equals(Canonical.text(snapshot.required("verdicts")))
                && again.allowed() == snapshot.required("allowed").booleanValue();
    }

    private static List<Replay.Line> lines(List<Verdict> then, List<Verdict> today) {
        return Stream.concat(then.stream(), today.stream())
                .map(Verdict::row)
                .distinct()
                .sorted()
                .map(row -> new Replay.Line(row, of(row, then), of(row, today)))
                .toList();
    }

    private static @Nullable Verdict of(String row, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.row().equals(row))
                .findFirst()
                .orElse(null);
    }

    private static List<Row> rows(JsonNode snapshot, Book book) {
        return StreamSupport.stream(snapshot.required("verdicts").spliterator(), false)
                .map(
                        verdict ->
                                book.row(
                                        verdict.required("row").asString(),
                                        verdict.required("version").asInt()))
                .toList();
    }

    private static void require(String hash, JsonNode snapshot, String member) {
        if (!hash.equals(snapshot.required(member).asString())) {
            throw new IllegalArgumentException("the snapshot was changed: " + member);
        }
    }
}
