package health.stillwater.outlook;

import health.stillwater.licensing.Licensing;
import health.stillwater.rulebook.Forecast;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Sets up a judgement of everybody: the rules as they will stand, and what that is compared with.
 */
@Component
class Lookout {

    /**
     * The rows that can turn with time alone: the federal ground, where we treat what, licenses and
     * registrations, signing access, age, identity, forms, the pharmacy, the rules themselves,
     * holds. The others read what is asked anew for every prescription.
     */
    static final Set<String> ROWS =
            Set.of(
                    "D01", "D03", "D04", "D05", "D06", "D07", "D08", "D10", "D11", "D19", "D20",
                    "D21", "D32", "D36", "D39");

    /** The rows about a prescriber alone. */
    static final Set<String> PRESCRIBER_ROWS = Set.of("D05", "D06", "D07", "D11");

    static final Set<String> PHARMACY_ROWS = Set.of("D32");

    private final Rulebook rulebook;
    private final Licensing licensing;
    private final People people;
    private final Clock clock;

    Lookout(Rulebook rulebook, Licensing licensing, People people, Clock clock) {
        this.rulebook = rulebook;
        this.licensing = licensing;
        this.people = people;
        this.clock = clock;
    }

    /** The federal government's day, by which compliance counts. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** The instant that is judged for a question. */
    Instant instantOf(LookAhead question) {
        return question.on().equals(today())
                ? clock.instant()
                : question.on().atTime(LocalTime.NOON).atZone(zone()).toInstant();
    }

    /** Whether the passing of time alone may turn this row, so that people can be counted by it. */
    static boolean counts(String row) {
        return ROWS.contains(row);
    }

    Sight toward(Instant at, Supposition supposition) {
        var compared = supposition.changesRules() ? at : clock.instant();
        return new Sight(
                scene(at, supposition, ROWS), scene(compared, new Supposition.Nothing(), ROWS));
    }

    private Scene scene(Instant at, Supposition supposition, Set<String> rows) {
        return new Scene(rules(at, supposition, rows), licensing, supposition);
    }

    NextSteps steps(Instant at, Supposition supposition) {
        return new NextSteps(
                scene(at, supposition, PRESCRIBER_ROWS),
                scene(at, supposition, PHARMACY_ROWS),
                licensing,
                people.byPhysician());
    }

    /** By which rules: a supposition that changes them asks for others here. */
    private Forecast rules(Instant at, Supposition supposition, Set<String> rows) {
        return switch (supposition) {
            case Supposition.Nothing _,
                    Supposition.PhysicianLeaves _,
                    Supposition.PharmacyCloses _ ->
                    rulebook.forecast(at, rows);
            case Supposition.Proposed(var proposal) -> rulebook.forecast(at, rows, proposal);
        };
    }

    private ZoneId zone() {
        return rulebook.federalZone()
                .orElseThrow(
                        () -> new IllegalStateException("the rules do not say whose day counts"));
    }
}
