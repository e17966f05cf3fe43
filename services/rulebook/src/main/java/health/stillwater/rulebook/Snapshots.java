package health.stillwater.rulebook;

import health.stillwater.runtime.Acting;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
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
        snapshot.set("facts", facts);
        snapshot.put("allowed", judgement.allowed());
        var verdicts = snapshot.putArray("verdicts");
        judgement.verdicts().forEach(verdict -> verdicts.add(verdict(verdict)));
        return Canonical.text(snapshot);
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
    static Judgement replay(String text, Shelf.Book book) {
        var snapshot = Canonical.parse(text);
        var configuration = snapshot.required("configuration");
        require(Canonical.hash(configuration), snapshot, "configurationHash");
        var facts = Canonical.read(snapshot.required("facts"), Facts.class);
        require(Canonical.hash(snapshot.required("facts")), snapshot, "factsHash");
        var version = snapshot.required("rulebookVersion").asString();
        var pack = new Pack(version, configuration, rows(snapshot, book));
        var moment = Moment.of(snapshot.required("moment").asString());
        var at = Instant.parse(snapshot.required("at").asString());
        var hash = snapshot.required("factsHash").asString();
        return new Judgement(moment, at, version, pack.ask(moment, at, facts), hash);
    }

    private static List<Row> rows(JsonNode snapshot, Shelf.Book book) {
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
