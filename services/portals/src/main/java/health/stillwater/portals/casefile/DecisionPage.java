package health.stillwater.portals.casefile;

import health.stillwater.portals.shell.Moments;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One decision, for people. Everything under {@code text} and {@code rows} is read from the very
 * bytes that are proved, whatever kind of decision it is.
 *
 * @param number its place in the ledger, counted from 1
 * @param text every field of the text that was signed
 * @param rows what the gate said, row by row
 * @param standing what it takes the place of, and what took its place; empty when nothing did
 */
public record DecisionPage(
        long number,
        String title,
        String patient,
        String physician,
        String signed,
        String factor,
        String words,
        String hash,
        String standing,
        List<Said> text,
        List<Said> rows) {

    static DecisionPage of(
            DecisionRecord record,
            Map<DecisionId, Long> numbers,
            Map<DecisionId, DecisionId> successors) {
        var decision = record.decision();
        var bundle = JsonMapper.shared().readTree(record.bundle());
        return new DecisionPage(
                decision.leaf() + 1,
                decision.verdict().words(),
                decision.patientName(),
                decision.physicianName(),
                Moments.full(decision.signedAt(), decision.zone()),
                Moments.full(record.factorAt(), decision.zone()),
                decision.words(),
                record.hash(),
                standing(record, numbers, successors),
                Said.of(bundle.path("text")),
                rows(bundle.path("gate").path("verdicts")));
    }

    private static String standing(
            DecisionRecord record,
            Map<DecisionId, Long> numbers,
            Map<DecisionId, DecisionId> successors) {
        var sentences = new ArrayList<String>();
        record.decision()
                .supersedes()
                .ifPresent(
                        earlier ->
                                sentences.add("It takes the place of " + named(earlier, numbers)));
        Optional.ofNullable(successors.get(record.decision().id()))
                .ifPresent(
                        later ->
                                sentences.add(
                                        "It does not stand any more: "
                                                + named(later, numbers)
                                                + " took its place"));
        return sentences.isEmpty() ? "" : String.join(". ", sentences) + ".";
    }

    private static String named(DecisionId id, Map<DecisionId, Long> numbers) {
        var number = numbers.get(id);
        return number == null ? "decision " + id : "entry " + number;
    }

    private static List<Said> rows(JsonNode verdicts) {
        var rows = new ArrayList<Said>();
        for (var verdict : verdicts) {
            var reason = verdict.path("reason").asString("");
            var answer = verdict.path("answer").asString("");
            rows.add(
                    new Said(
                            verdict.path("row").asString(""),
                            reason.isEmpty() ? answer : answer + ": " + reason));
        }
        return rows;
    }
}
