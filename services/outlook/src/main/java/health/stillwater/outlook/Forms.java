package health.stillwater.outlook;

import health.stillwater.rulebook.ConsentFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms a person signed, a line a form. Every person has a handful, so a hundred thousand
 * people are a million signatures to read: as JSON that took longer than all rules together.
 */
final class Forms {

    private static final String NOTHING = "-";

    private Forms() {}

    static String write(@Nullable Map<String, ConsentFacts> consents) {
        if (consents == null) {
            return "";
        }
        var lines = new StringBuilder();
        consents.forEach(
                (kind, consent) -> {
                    var status = consent.status();
                    var signedAt = consent.signedAt();
                    var risks = consent.risksAcknowledged();
                    var statement = consent.notApprovedStatement();
                    cell(lines, kind);
                    cell(lines, status == null ? NOTHING : status.name());
                    cell(lines, consent.version() == null ? NOTHING : consent.version());
                    cell(lines, signedAt == null ? NOTHING : "" + signedAt.getEpochSecond());
                    cell(lines, signedAt == null ? NOTHING : "" + signedAt.getNano());
                    cell(lines, risks == null ? NOTHING : String.join(" ", risks));
                    lines.append(statement == null ? NOTHING : statement).append('\n');
                });
        return lines.toString();
    }

    private static void cell(StringBuilder line, String text) {
        if (text.indexOf('\t') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not a word of a form: " + text);
        }
        line.append(text).append('\t');
    }

    /** Null when nothing was known of any form. */
    static @Nullable Map<String, ConsentFacts> read(String written) {
        if (written.isEmpty()) {
            return null;
        }
        var consents = new HashMap<String, ConsentFacts>();
        for (var line : written.split("\n")) {
            var cells = line.split("\t", -1);
            consents.put(
                    cells[0],
                    new ConsentFacts(
                            none(cells[1]) ? null : ConsentFacts.Status.valueOf(cells[1]),
                            none(cells[2]) ? null : cells[2],
                            none(cells[3]) ? null : instant(cells[3], cells[4]),
                            none(cells[5]) ? null : risks(cells[5]),
                            none(cells[6]) ? null : (Boolean) Boolean.parseBoolean(cells[6])));
        }
        return consents;
    }

    private static Instant instant(String seconds, String nanos) {
        return Instant.ofEpochSecond(Long.parseLong(seconds), Long.parseLong(nanos));
    }

    private static List<String> risks(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    private static boolean none(String cell) {
        return cell.equals(NOTHING);
    }
}
