package health.stillwater.portals.physician;

import health.stillwater.portals.shell.VerdictRow;
import health.stillwater.portals.shell.VerdictRow.Word;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.RowView;
import health.stillwater.rulebook.Rulebook;
import health.stillwater.rulebook.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says a judgement to a physician: the sentence meant for them, what was found, and what the rule
 * rests on.
 */
@Component
class GateInWords {

    /**
     * Money must not weigh on a decision: that a payment row passed is nothing a physician is
     * shown.
     */
    private static final Set<String> ABOUT_MONEY = Set.of("D34", "D44");

    private final Rulebook rulebook;

    GateInWords(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    GateView of(Judgement judgement) {
        var written =
                rulebook.rows().stream()
                        .collect(
                                Collectors.toMap(
                                        GateInWords::key, Function.identity(), (one, _) -> one));
        return new GateView(
                judgement.moment().title(),
                judgement.at(),
                judgement.rulebookVersion(),
                judgement.verdicts().stream()
                        .filter(
                                verdict ->
                                        !(verdict.passes() && ABOUT_MONEY.contains(verdict.row())))
                        .map(verdict -> row(verdict, written))
                        .toList());
    }

    /** What stops it, a line a row, where there is no room for a list of rows. */
    static List<String> sentences(Judgement judgement) {
        return judgement.stops().stream()
                .map(
                        verdict ->
                                verdict.row()
                                        + ": "
                                        + verdict.words().prescriber()
                                        + " ("
                                        + verdict.reason()
                                        + ")")
                .toList();
    }

    private static VerdictRow row(Verdict verdict, Map<String, RowView> written) {
        var row = written.get(verdict.row() + "/" + verdict.version());
        var authority = row == null ? "" : row.authority();
        return switch (verdict.answer()) {
            case PASS ->
                    new VerdictRow(
                            verdict.row(),
                            Word.PASS,
                            row == null ? "" : row.condition(),
                            source("", authority));
            case FAIL -> stop(verdict, Word.STOP, authority);
            case UNKNOWN -> stop(verdict, Word.UNKNOWN, authority);
        };
    }

    private static VerdictRow stop(Verdict verdict, Word word, String authority) {
        return new VerdictRow(
                verdict.row(),
                word,
                verdict.words().prescriber(),
                source(verdict.reason(), authority));
    }

    private static @Nullable String source(String found, String authority) {
        if (found.isEmpty()) {
            return authority.isEmpty() ? null : authority;
        }
        return found + "." + (authority.isEmpty() ? "" : " Source: " + authority);
    }

    private static String key(RowView row) {
        return row.id() + "/" + row.version();
    }
}
