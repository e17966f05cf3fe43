package health.stillwater.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row by its table: each fact at, just inside and just outside its limit, missing, stale. */
class RowTablesTests {

    @ParameterizedTest
    @EnumSource(Predicate.class)
    void aRowAnswersAsItsTableSays(Predicate row) {
        assertThat(RowTable.lines(row))
                .allSatisfy(
                        line -> {
                            var found = line.ask();
                            assertThat(found.answer()).as(line.name()).isEqualTo(line.answer());
                            assertThat(found.reason().isEmpty())
                                    .isEqualTo(found.answer() == Answer.PASS);
                        });
    }

    @ParameterizedTest
    @EnumSource(Predicate.class)
    void everyTableShowsEveryAnswerTheRowCanGive(Predicate row) {
        var possible =
                row == Predicate.D37 // what is not up leaves us not knowing
                        ? EnumSet.of(Answer.PASS, Answer.UNKNOWN)
                        : EnumSet.allOf(Answer.class);
        assertThat(
                        RowTable.lines(row).stream()
                                .map(RowTable.Line::answer)
                                .collect(Collectors.toSet()))
                .isEqualTo(possible);
    }
}
