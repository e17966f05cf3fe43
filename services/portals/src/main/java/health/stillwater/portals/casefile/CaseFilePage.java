package health.stillwater.portals.casefile;

import health.stillwater.portals.shell.Moments;
import health.stillwater.prescribing.CaseFileOutcome;
import health.stillwater.prescribing.CaseFileScope;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A case file, for people.
 *
 * @param of what it is of, in a line
 * @param entries how many entries the ledger had when it was made
 * @param root of the ledger then, as the checkpoint says it
 * @param key that signed it
 */
public record CaseFilePage(
        String of,
        String made,
        long entries,
        String root,
        String key,
        List<DecisionPage> decisions) {

    static CaseFilePage of(CaseFileOutcome.Gathered gathered, String key) {
        var checkpoint = gathered.evidence().checkpoint();
        Map<DecisionId, Long> numbers = new HashMap<>();
        Map<DecisionId, DecisionId> successors = new HashMap<>();
        for (var record : gathered.decisions()) {
            var decision = record.decision();
            numbers.put(decision.id(), decision.leaf() + 1);
            decision.supersedes().ifPresent(earlier -> successors.put(earlier, decision.id()));
        }
        return new CaseFilePage(
                of(gathered.scope(), gathered.decisions()),
                Moments.full(gathered.at(), Moments.HOUSE),
                checkpoint.size(),
                checkpoint.note().split("\n", -1)[2],
                key,
                gathered.decisions().stream()
                        .map(record -> DecisionPage.of(record, numbers, successors))
                        .toList());
    }

    private static String of(CaseFileScope scope, List<DecisionRecord> decisions) {
        var first = decisions.getFirst().decision();
        return switch (scope) {
            case CaseFileScope.OfPatient _ -> "Every decision about " + first.patientName();
            case CaseFileScope.OfPhysician it ->
                    "Every decision of "
                            + first.physicianName()
                            + span(new CaseFileScope.OfTime(it.from(), it.until()));
            case CaseFileScope.OfTime it -> "Every decision" + span(it);
        };
    }

    private static String span(CaseFileScope.OfTime time) {
        return " from "
                + Moments.full(time.from(), Moments.HOUSE)
                + " until "
                + Moments.full(time.until(), Moments.HOUSE);
    }
}
