package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.testing.RoomTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every row of the book, as the database holds it, against the shared cases. */
@RoomTest
class GateCasesRoomTests {

    private static final GateCases CASES = GateCases.load();

    @Autowired private Rulebook rulebook;

    @Test
    void thereAreAllOfThem() {
        assertThat(GateCases.read(GateCases.shared()).misfits()).isEmpty();
        assertThat(CASES.cases()).hasSize(206);
        assertThat(allRows(CASES.cases().getFirst())).hasSize(44);
    }

    @TestFactory
    Stream<DynamicTest> everyRowAnswersAsTheCaseExpects() {
        return CASES.cases().stream()
                .map(
                        one ->
                                DynamicTest.dynamicTest(
                                        one.id() + " " + one.title(),
                                        () ->
                                                assertThat(one.answers(allRows(one)))
                                                        .isEqualTo(one.expectedRows())));
    }

    private List<Row> allRows(GateCases.Case one) {
        return GateBook.of(rulebook.rows()).at(one.at());
    }
}
