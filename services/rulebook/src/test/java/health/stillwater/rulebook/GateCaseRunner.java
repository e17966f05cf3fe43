package health.stillwater.rulebook;

import health.stillwater.testing.RoomTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Judges a file of cases by the book as the database holds it, and writes what every row answered.
 * No test of ours: {@code mvn -q -Pgate-cases -Dcases=FILE -Dresults=FILE verify} asks for it.
 */
@RoomTest
class GateCaseRunner {

    @Autowired private Rulebook rulebook;

    /** The answer for one case, as the file of results has it. */
    record Result(String id, String outcome, Map<String, String> rows) {}

    @Test
    void judge() throws IOException {
        var from = file("cases");
        var to = file("results");
        var cases = read(from);
        var book = GateBook.of(rulebook.rows());
        var results = new ArrayList<Result>();
        for (var one : cases.cases()) {
            results.add(result(one.id(), one.answers(book.at(one.at()))));
        }
        Files.writeString(to, Canonical.text(Canonical.tree(results)) + "\n");
        if (!cases.misfits().isEmpty()) {
            throw new Unusable(
                    from
                            + ": "
                            + results.size()
                            + " cases were judged, and these do not fit the schema:\n"
                            + String.join("\n", cases.misfits()));
        }
    }

    static Result result(String id, Map<String, String> rows) {
        var allowed = rows.values().stream().allMatch("pass"::equals);
        return new Result(id, allowed ? "allowed" : "blocked", rows);
    }

    private static GateCases read(Path file) {
        try {
            return GateCases.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new Unusable(file + " cannot be read: " + unreadable.getMessage());
        } catch (IllegalArgumentException misfit) {
            throw new Unusable(file + " is no file of cases: " + misfit.getMessage());
        }
    }

    private static Path file(String property) {
        var name = System.getProperty(property);
        if (name == null || name.isBlank()) {
            throw new Unusable("Say which file: -D" + property + "=FILE");
        }
        return Path.of(System.getProperty("cases.folder", "")).resolve(name);
    }

    /** The command cannot be carried out; where in our code is nobody's concern. */
    private static final class Unusable extends RuntimeException {

        Unusable(String message) {
            super(message, null, false, false);
        }
    }
}
