package health.stillwater.outlook;

import static health.stillwater.outlook.Program.by;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.UsState;
import health.stillwater.outlook.Program.Patient;
import health.stillwater.rulebook.Verdict;
import health.stillwater.visits.EvaluatedInPerson;
import health.stillwater.visits.EvaluationId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of the temporary rule, seen from five weeks before it. */
class CliffRoomTests extends OutlookRoom {

    private Patient rosa;
    private Patient evaluated;
    private Patient evaluatedByAnother;

    @BeforeEach
    void threeInCare() {
        rosa = program.patient(UsState.FL, program.reyes);
        evaluated = program.patient(UsState.NJ, program.reyes, by(program.reyes));
        evaluatedByAnother = program.patient(UsState.FL, program.reyes, by(program.marlow));
        for (var patient : List.of(rosa, evaluated, evaluatedByAnother)) {
            tell(patient.approved());
        }
    }

    @Test
    void theLastSecondOfTheYearIsWithinTheRuleAndTheNextIsNot() {
        for (var patient : List.of(rosa, evaluated, evaluatedByAnother)) {
            assertThat(stopped(patient, "2026-12-31T23:59:59-05:00")).isEmpty();
        }
        assertThat(stopped(rosa, "2027-01-01T00:00:00-05:00")).containsExactly("D01");
        assertThat(stopped(evaluatedByAnother, "2027-01-01T00:00:00-05:00")).containsExactly("D01");
        assertThat(stopped(evaluated, "2027-01-01T00:00:00-05:00")).isEmpty();
        // In Pensacola it is still last year, and the rule is over all the same.
        assertThat(stopped(rosa, "2026-12-31T23:30:00-06:00")).containsExactly("D01");
    }

    @Test
    void theDaysBeforeAndAfterAreCountedAndListed() {
        assertThat(counted(LookAhead.to(LAST_DAY)).stopped()).isZero();
        assertThat(affected(LAST_DAY, AffectedFilter.everybody()).people()).isEmpty();

        var counts = counted(LookAhead.to(NEW_YEAR));
        assertThat(counts.people()).isEqualTo(3);
        assertThat(counts.stopped()).isEqualTo(2);
        assertThat(counts.already()).isZero();
        assertThat(counts.evaluated()).isOne();
        assertThat(counts.rows()).extracting(Counts.Share::key).containsExactly("D01");
        assertThat(share(counts.states(), "FL").stopped()).isEqualTo(2);
        assertThat(share(counts.states(), "NJ").stopped()).isZero();
        assertThat(share(counts.states(), "NJ").name()).isEqualTo("New Jersey");
        assertThat(share(counts.physicians(), program.reyes.toString()).name())
                .isEqualTo("Dr. Reyes");

        var people = affected(NEW_YEAR, AffectedFilter.everybody()).people();
        assertThat(people)
                .extracting(Affected::patient)
                .containsExactlyInAnyOrder(rosa.id(), evaluatedByAnother.id());
        assertThat(people)
                .allSatisfy(
                        each -> {
                            assertThat(each.nextSteps())
                                    .containsExactly("Book an evaluation in person with Dr. Reyes");
                            assertThat(each.already()).isFalse();
                        });
    }

    @Test
    void recordingAnEvaluationTakesThePatientOffTheList() {
        program.evaluated(rosa.request(), by(program.reyes));
        tell(
                new EvaluatedInPerson(
                        new EvaluationId(UUID.randomUUID()),
                        rosa.id(),
                        program.reyes,
                        clock.instant()));

        assertThat(counted(LookAhead.to(NEW_YEAR)).stopped()).isOne();
        assertThat(affected(NEW_YEAR, AffectedFilter.everybody()).people())
                .extracting(Affected::patient)
                .containsExactly(evaluatedByAnother.id());
    }

    private Set<String> stopped(Patient patient, String at) {
        var sight = lookout.toward(OffsetDateTime.parse(at).toInstant(), new Supposition.Nothing());
        var person = asTheProgram(() -> people.find(patient.id())).orElseThrow();
        return sight.look(person).stops().stream().map(Verdict::row).collect(Collectors.toSet());
    }
}
