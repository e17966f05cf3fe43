package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The predicates alone against the shared cases; GateCasesRoomTests asks the book. */
class SharedCasesTests {

    static List<GateCases.Case> cases() {
        return TableBook.CASES.cases();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyPredicateAnswersAsTheCaseExpects(GateCases.Case one) {
        var rules = Canonical.read(one.configuration(), Configuration.class);
        var matter = new Matter(one.moment(), one.at(), one.read(), rules);
        var answers = new TreeMap<String, String>();
        for (var row : one.expectedRows().keySet()) {
            var answer = Predicate.valueOf(row).ask(matter).answer();
            answers.put(row, answer.name().toLowerCase(Locale.ROOT));
        }
        assertThat(answers).isEqualTo(one.expectedRows());
    }
}
