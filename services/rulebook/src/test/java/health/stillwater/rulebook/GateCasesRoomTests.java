package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.testing.RoomTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every row of the book, as the database holds it, against the shared cases. Nothing here knows a
 * case by its id.
 */
@RoomTest
class GateCasesRoomTests {

    private static final GateCases CASES = GateCases.load();

    @Autowired private Shelf shelf;

    @Test
    void thereAreAllOfThem() {
        assertThat(CASES.cases()).hasSize(206);
        assertThat(allRows()).hasSize(44);
    }

    @TestFactory
    Stream<DynamicTest> everyRowAnswersAsTheCaseExpects() {
        var rows = allRows();
        return CASES.cases().stream()
                .map(
                        one ->
                                DynamicTest.dynamicTest(
                                        one.id() + " " + one.title(),
                                        () ->
                                                assertThat(answers(one, rows))
                                                        .isEqualTo(one.expectedRows())));
    }

    private List<Row> allRows() {
        return shelf.book().rows().stream().map(row -> row.row()).toList();
    }

    private static Map<String, String> answers(GateCases.Case one, List<Row> rows) {
        var pack = new Pack("cases", CASES.configurationOf(one), rows);
        var answers = new TreeMap<String, String>();
        for (var verdict : pack.ask(one.moment(), one.at(), one.read())) {
            answers.put(verdict.row(), verdict.answer().name().toLowerCase(Locale.ROOT));
            assertThat(verdict.reason().isEmpty()).isEqualTo(verdict.passes());
        }
        return answers;
    }
}
