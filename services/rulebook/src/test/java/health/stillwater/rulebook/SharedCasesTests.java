package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The predicates alone against the shared cases; GateCasesRoomTests asks the book. */
class SharedCasesTests {

    @TestFactory
    Stream<DynamicTest> everyPredicateAnswersAsTheCaseExpects() {
        return GateCases.load().cases().stream()
                .map(
                        one ->
                                DynamicTest.dynamicTest(
                                        one.id() + " " + one.title(), () -> check(one)));
    }

    private static void check(GateCases.Case one) {
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
