package health.stillwater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import health.stillwater.AccessMatrix.Cell;
import health.stillwater.AccessMatrix.Comer;
import health.stillwater.AccessMatrix.Route;
import health.stillwater.AccessMatrix.Row;
import health.stillwater.AccessMatrix.Whose;
import health.stillwater.Knocking.Heard;
import health.stillwater.enrollment.Assessments;
import health.stillwater.kernel.UsState;
import health.stillwater.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address we answer, tried by everybody, with what is theirs, another's and nobody's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTests extends WholeSystem {

    private static final AccessMatrix MATRIX = AccessMatrix.read();
    private static final Duration A_CLAIM_IS_OVER = Duration.ofMinutes(31);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired Practices practices;

    @Autowired Knocking knocking;

    @Autowired Assessments assessments;

    @Autowired TestClock clock;

    Practice ours;
    Practice theirs;

    @BeforeAll
    void twoPracticesThatHaveNothingToDoWithEachOther() {
        theirs = practices.in(UsState.NJ, Care.ESSEX, "garden-state");
        clock.passes(A_CLAIM_IS_OVER);
        ours = practices.in(UsState.FL, Care.MIAMI_DADE, "gulfside");
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        var written = MATRIX.rows().stream().map(Row::route).toList();
        var answered =
                routes.getHandlerMethods().keySet().stream()
                        .flatMap(AccessMatrixTests::routesOf)
                        .toList();

        assertThat(without(written, answered))
                .as("add these to access-matrix.csv, with a word for each kind of person")
                .isEmpty();
        assertThat(without(answered, written))
                .as("take these out of access-matrix.csv: no page of ours answers there")
                .isEmpty();
        assertThat(written).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> everyCellHolds() {
        return MATRIX.cells().stream().map(cell -> dynamicTest(cell.toString(), () -> holds(cell)));
    }

    /** A form that another site sends in somebody's name has no token of ours. */
    @TestFactory
    Stream<DynamicTest> noFormIsTakenWithoutItsToken() {
        return rows(row -> needsAToken(row.route()), this::isNotTakenWithoutItsToken);
    }

    @TestFactory
    Stream<DynamicTest> anAccountWithoutARoleComesIntoNoPortal() {
        var nobody = knocking.account(List.of("offline_access"), UUID.randomUUID(), Map.of());
        return rows(AccessMatrixTests::isInAPortal, row -> answers(row, nobody, 403));
    }

    @TestFactory
    Stream<DynamicTest> aPharmacistWhoseAccountNamesNoPharmacyFindsNothing() {
        var pharmacist = knocking.pharmacist("none");
        return rows(
                row -> row.owners().equals(List.of(Comer.PHARMACY)),
                row -> answers(row, pharmacist, 404));
    }

    /** Without anything typed, too, where nothing is changed: no form is read before its thing. */
    private void holds(Cell cell) {
        var route = cell.row().route();
        var empty = Forms.empty(route);
        var forms = cell.mayChangeThings() ? List.of(empty) : List.of(empty, Forms.filled(route));
        for (var form : forms) {
            var heard = knock(cell, cell.whose(), form);
            assertThat(cell.answer().is(heard.status(), heard.location()))
                    .as("%s, but it answered %d %s", cell, heard.status(), heard.location())
                    .isTrue();
            if (cell.whose() == Whose.FOREIGN && cell.row().says(Whose.MISSING)) {
                assertAlike(cell, heard, knock(cell, Whose.MISSING, form));
            }
        }
    }

    private static void assertAlike(Cell cell, Heard foreign, Heard missing) {
        assertThat(foreign.status()).as("%s, and missing", cell).isEqualTo(missing.status());
        assertThat(foreign.location()).as("%s, and missing", cell).isEqualTo(missing.location());
        assertThat(foreign.page()).as("%s, and missing", cell).isEqualTo(missing.page());
    }

    private Heard knock(Cell cell, Whose whose, Map<String, String> form) {
        var route = cell.row().route();
        var things =
                switch (whose) {
                    case OWN -> own();
                    case FOREIGN -> own().exceptTheLast(route.path(), theirs.things());
                    case MISSING -> own().exceptTheLast(route.path(), ours.things().nobodys());
                };
        var person = knocking.as(cell.comer(), ours, route);
        return needsAToken(route)
                ? knocking.knock(route, things, form, person, csrf())
                : knocking.knock(route, things, form, person);
    }

    private void isNotTakenWithoutItsToken(Row row) {
        for (var owner : row.owners()) {
            var person = knocking.as(owner, ours, row.route());
            var heard = knocking.knock(row.route(), own(), Forms.empty(row.route()), person);
            assertThat(heard.status()).as("%s as %s", row.route(), owner.word()).isEqualTo(403);
        }
    }

    private void answers(Row row, RequestPostProcessor person, int status) {
        var heard = knocking.knock(row.route(), own(), Forms.filled(row.route()), person, csrf());
        assertThat(heard.status()).as("%s", row.route()).isEqualTo(status);
    }

    /** Ours, and an assessment just begun in this browser. */
    private Things own() {
        return ours.things().with(assessments.begin().toString());
    }

    private static List<Route> without(List<Route> some, List<Route> all) {
        return all.stream().filter(route -> !some.contains(route)).toList();
    }

    private static boolean needsAToken(Route route) {
        return route.sendsAForm() && !route.isAWebhook();
    }

    private static boolean isInAPortal(Row row) {
        return row.owners().size() == 1;
    }

    private static Stream<DynamicTest> rows(Predicate<Row> which, Consumer<Row> holds) {
        return MATRIX.rows().stream()
                .filter(which)
                .map(row -> dynamicTest(row.route().toString(), () -> holds.accept(row)));
    }

    private static Stream<Route> routesOf(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        var words = methods.isEmpty() ? List.of("ANY") : methods.stream().map(Enum::name).toList();
        var paths = info.getPatternValues();
        return words.stream().flatMap(word -> paths.stream().map(path -> new Route(word, path)));
    }
}
