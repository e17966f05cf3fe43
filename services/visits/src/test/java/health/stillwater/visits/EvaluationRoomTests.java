package health.stillwater.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import health.stillwater.enrollment.RequestView;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.rulebook.FederalFacts.Evaluation;
import health.stillwater.testing.Actors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The register of evaluations in person: the ground that outlives the temporary rule. */
@RecordApplicationEvents
class EvaluationRoomTests extends VisitsRoom {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    /** The visit of a test, once it has begun. */
    private @Nullable VisitId met;

    @BeforeEach
    void theyHaveNotMet() {
        met = null;
    }

    @Test
    void whatIsOnRecordIsAFactOfTheGate(ApplicationEvents events) {
        assertThat(register()).isEmpty();

        var id = evaluated(TODAY);

        assertThat(register())
                .containsExactly(
                        new Evaluation(reyes.toString(), TODAY, "Ocala clinic", "note 2026-114"));
        assertThat(events.stream(EvaluatedInPerson.class))
                .singleElement()
                .satisfies(
                        news -> {
                            assertThat(news.subject()).isEqualTo(rosa.id());
                            assertThat(news.about()).isEqualTo("evaluation " + id);
                        });
    }

    @Test
    void itStaysOnRecordForARequestWithoutAVisit() {
        evaluated(TODAY);
        var later = new Person(rosa.id(), RequestId.next());
        when(enrollment.request(later.request()))
                .thenReturn(
                        new RequestView(
                                later.request(),
                                rosa.id(),
                                "depression",
                                Map.of(),
                                clock.instant()));

        assertThat(as(reyes, () -> visits.factsOf(later.request())).federal())
                .isNotNull()
                .satisfies(known -> assertThat(known.inPersonRegister().evaluations()).hasSize(1));
    }

    @Test
    void onlyWhatHasHappenedIsTaken() {
        assertThatThrownBy(() -> evaluated(TODAY.plusDays(1)))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("has not come yet");
        assertThatThrownBy(() -> evaluated(LocalDate.parse("1984-04-16")))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("before the patient was born");
        evaluated(LocalDate.parse("1984-04-17"));
        assertThat(register()).hasSize(1);
    }

    /** At half past midnight in Miami it is still the day before in Pensacola. */
    @Test
    void whichDayItIsThePatientsZoneSays() {
        rosa = enrolled(PENSACOLA);
        var visit = started();
        clock.standsAt(Instant.parse("2026-11-25T05:30:00Z"));
        var tomorrow = new NewEvaluation(TODAY.plusDays(1), "Clinic", "", "note 1");

        assertThatThrownBy(() -> as(reyes, () -> visits.evaluatedInPerson(visit, reyes, tomorrow)))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void withoutAPlaceOrADocumentItIsNotTaken() {
        var visit = started();
        for (var told :
                List.of(
                        new NewEvaluation(TODAY, " ", "", "note 1"),
                        new NewEvaluation(TODAY, "Clinic", "", " "))) {
            assertThatThrownBy(() -> as(reyes, () -> visits.evaluatedInPerson(visit, reyes, told)))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThat(register()).isEmpty();
    }

    @Test
    void anothersVisitIsNotThere() {
        var visit = started();
        var stranger = PhysicianId.next();

        assertThatThrownBy(
                        () ->
                                as(
                                        stranger,
                                        () ->
                                                visits.evaluatedInPerson(
                                                        visit, stranger, told(TODAY))))
                .isInstanceOf(Refusal.Missing.class);
    }

    @Test
    void aCanceledVisitIsNoGround() {
        var visit = book(rosa, Instant.parse("2026-11-24T17:30:00Z"));
        as(
                rosa,
                () -> {
                    visits.cancel(visit, rosa.id());
                    return true;
                });

        assertThatThrownBy(
                        () -> as(reyes, () -> visits.evaluatedInPerson(visit, reyes, told(TODAY))))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("canceled");
    }

    @Test
    void aMistakeIsStruckAndCountsNoMore(ApplicationEvents events) {
        var id = evaluated(TODAY);
        strike(id, reyes, "The wrong patient");

        assertThat(register()).isEmpty();
        assertThat(as(reyes, () -> visits.evaluationsOf(rosa.id())))
                .singleElement()
                .satisfies(
                        kept -> {
                            assertThat(kept.struck()).isTrue();
                            assertThat(kept.struckBecause()).isEqualTo("The wrong patient");
                        });
        assertThat(events.stream(EvaluationStruck.class)).hasSize(1);
        assertThatThrownBy(() -> strike(id, reyes, "Again")).isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void onlyItsPhysicianStrikesItAndSaysWhy() {
        var id = evaluated(TODAY);

        assertThatThrownBy(() -> strike(id, PhysicianId.next(), "Not mine"))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(() -> strike(id, reyes, " ")).isInstanceOf(Refusal.Forbidden.class);
        assertThat(register()).hasSize(1);
    }

    @Test
    void theDatabaseLetsNobodyElseSayItAndNothingChange() {
        evaluated(TODAY);
        var insert =
                "insert into visits.evaluation_in_person values (gen_random_uuid(), gen_random_uuid(), '%s',"
                        + " date '2026-11-24', 'Clinic', '', 'note', now())";
        for (var actor :
                List.of(
                        Actor.system("test"),
                        Actors.physician(PhysicianId.next()),
                        Actors.patient(rosa.id()),
                        Actors.staff(Actor.Kind.COMPLIANCE))) {
            assertThatThrownBy(() -> change(actor, insert.formatted(reyes)))
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(
                        () ->
                                change(
                                        Actors.physician(reyes),
                                        "update visits.evaluation_in_person set document = 'x'"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void complianceAndThePatientReadItAndStrangersDoNot() {
        evaluated(TODAY);
        var all = "select count(*) from visits.evaluation_in_person where patient_id = '%s'";
        var hers = all.formatted(rosa.id());

        assertThat(count(Actors.staff(Actor.Kind.COMPLIANCE), hers)).isOne();
        assertThat(count(Actors.patient(rosa.id()), hers)).isOne();
        assertThat(count(Actors.patient(PatientId.next()), hers)).isZero();
        assertThat(count(Actors.staff(Actor.Kind.BILLING), hers)).isZero();
    }

    @Test
    void anEvaluationByAnotherPhysicianIsToldAsTheirs() {
        var visit = started();
        var marlow = PhysicianId.next();
        var view =
                new PhysicianView(marlow, "Dr. Marlow", "1987654328", "Ocala", Set.of(UsState.FL));
        when(licensing.physician(marlow)).thenReturn(view);
        when(licensing.physiciansFor(UsState.FL)).thenReturn(List.of(view));
        as(reyes, () -> visits.evaluatedInPerson(visit, reyes, told(TODAY)));

        assertThat(as(marlow, () -> visits.factsOf(rosa.request())).federal())
                .isNotNull()
                .satisfies(
                        known ->
                                assertThat(known.inPersonRegister().evaluations())
                                        .extracting(Evaluation::practitionerId)
                                        .containsExactly(reyes.toString()));
    }

    @Test
    void whoeverIsNotEvaluatedYetStandsOnTheList() {
        assertThat(notEvaluated()).isEmpty();
        var id = evaluated(TODAY);
        assertThat(notEvaluated()).isEmpty();

        strike(id, reyes, "The wrong patient");
        assertThat(notEvaluated()).containsExactly(rosa.id());
    }

    private List<PatientId> notEvaluated() {
        return as(reyes, () -> visits.notEvaluatedBy(reyes)).stream()
                .map(VisitView::patient)
                .toList();
    }

    private EvaluationId evaluated(LocalDate on) {
        var visit = met == null ? started() : met;
        met = visit;
        return as(reyes, () -> visits.evaluatedInPerson(visit, reyes, told(on)));
    }

    private static NewEvaluation told(LocalDate on) {
        return new NewEvaluation(on, "Ocala clinic", "A nurse", "note 2026-114");
    }

    private void strike(EvaluationId id, PhysicianId physician, String reason) {
        as(
                physician,
                () -> {
                    visits.strike(id, physician, reason);
                    return true;
                });
    }

    private List<Evaluation> register() {
        var known = as(reyes, () -> visits.factsOf(rosa.request())).federal();
        return Objects.requireNonNull(
                Objects.requireNonNull(Objects.requireNonNull(known).inPersonRegister())
                        .evaluations());
    }

    private void change(Actor actor, String sql) {
        Actors.does(actor, () -> transaction.executeWithoutResult(_ -> jdbc.sql(sql).update()));
    }
}
