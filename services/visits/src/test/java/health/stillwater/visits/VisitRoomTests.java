package health.stillwater.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.EncounterFacts;
import health.stillwater.rulebook.PdmpFacts;
import health.stillwater.testing.Actors;
import health.stillwater.visits.VisitRecord.Modality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.test.AssertablePublishedEvents;

class VisitRoomTests extends VisitsRoom {

    @Test
    void aVisitByLiveVideoCounts(AssertablePublishedEvents published) {
        var visit = started();
        clock.passes(Duration.ofMinutes(25));

        finish(visit, record(Modality.VIDEO));

        var encounter = encounter();
        assertThat(encounter.modality()).isEqualTo(EncounterFacts.Modality.VIDEO);
        assertThat(encounter.status()).isEqualTo(EncounterFacts.Status.COMPLETED);
        assertThat(encounter.noteStatus()).isEqualTo(EncounterFacts.NoteStatus.SIGNED);
        assertThat(encounter.practitionerId()).isEqualTo(reyes.toString());
        assertThat(as(reyes, () -> visits.visit(visit, reyes)).counts()).isTrue();
        assertThat(as(reyes, () -> visits.recordOf(rosa.request())).orElseThrow().record())
                .isEqualTo(record(Modality.VIDEO));
        assertThat(published).contains(VisitFinished.class).matching(VisitFinished::visit, visit);
    }

    @ParameterizedTest
    @EnumSource(value = Modality.class, names = "VIDEO", mode = EnumSource.Mode.EXCLUDE)
    void aVisitThatWasNotHeldByLiveVideoLeadsNowhere(
            Modality modality, AssertablePublishedEvents published) {
        var visit = started();

        finish(visit, record(modality));

        assertThat(encounter().modality()).isNotEqualTo(EncounterFacts.Modality.VIDEO);
        assertThat(as(reyes, () -> visits.visit(visit, reyes)).counts()).isFalse();
        assertThat(published)
                .contains(VisitHeldWithoutVideo.class)
                .matching(VisitHeldWithoutVideo::visit, visit);
        assertThat(
                        published
                                .ofType(VisitFinished.class)
                                .matching(news -> news.visit().equals(visit)))
                .isEmpty();
        assertThat(tries(rosa, Instant.parse("2026-11-25T14:00:00Z"))).isEqualTo("booked");
    }

    @Test
    void oneWhoNeverCameIsANoShowWithoutANote() {
        var visit = book(rosa, Instant.parse("2026-11-24T17:30:00Z"));
        assertThatThrownBy(() -> finish(visit, record(Modality.VIDEO)))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("Start the visit first");

        finish(visit, record(Modality.NONE));

        assertThat(encounter().status()).isEqualTo(EncounterFacts.Status.NO_SHOW);
        assertThat(encounter().noteStatus()).isEqualTo(EncounterFacts.NoteStatus.NONE);
        assertThat(as(reyes, () -> visits.recordOf(rosa.request()))).isEmpty();
    }

    @Test
    void aVisitInProgressDoesNotCountYet() {
        started();

        assertThat(encounter().status()).isEqualTo(EncounterFacts.Status.IN_PROGRESS);
        assertThat(encounter().modality()).isNull();
        verify(enrollment).attestLocation(rosa.id(), MIAMI_DADE);
    }

    @Test
    void anIncompleteNoteIsNotSigned() {
        var visit = started();
        var withoutPlan = new VisitRecord(Modality.VIDEO, "h", "r", "d", "F33", "t", " ");
        var withoutCode = new VisitRecord(Modality.VIDEO, "h", "r", "d", "depression", "t", "p");

        assertThatThrownBy(() -> finish(visit, withoutPlan))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageEndingWith("Missing: plan.");
        assertThatThrownBy(() -> finish(visit, withoutCode)).isInstanceOf(Refusal.Forbidden.class);
        assertThat(encounter().status()).isEqualTo(EncounterFacts.Status.IN_PROGRESS);
    }

    @Test
    void aSignedNoteIsNeitherSignedAgainNorChangedInTheDatabase() {
        var visit = started();
        finish(visit, record(Modality.VIDEO));

        assertThatThrownBy(() -> finish(visit, record(Modality.AUDIO)))
                .isInstanceOf(Refusal.Overtaken.class);
        assertThatThrownBy(
                        () ->
                                as(
                                        reyes,
                                        () ->
                                                updated(
                                                        "update visits.visit set plan = 'another' where stage = 'FINISHED'")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("has ended");
        assertThatThrownBy(() -> as(reyes, () -> updated("delete from visits.visit")))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theDatabaseHoldsThatVideoWasStartedAndNoted() {
        book(rosa, Instant.parse("2026-11-24T17:30:00Z"));

        assertThatThrownBy(
                        () ->
                                as(
                                        reyes,
                                        () ->
                                                updated(
                                                        "update visits.visit set stage = 'FINISHED', finished_at = now(), modality = 'VIDEO'"
                                                                + " where stage = 'BOOKED'")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("video_is_started_and_noted");
    }

    @Test
    void aVisitStartsHalfAnHourBeforeItsTimeAtTheEarliest() {
        var visit = book(rosa, Instant.parse("2026-11-24T18:00:00Z"));
        clock.standsAt(Instant.parse("2026-11-24T17:29:59Z"));
        assertThatThrownBy(() -> start(visit, reyes)).isInstanceOf(Refusal.Forbidden.class);

        clock.passes(Duration.ofSeconds(1));
        start(visit, reyes);
        assertThatThrownBy(() -> start(visit, reyes)).isInstanceOf(Refusal.Overtaken.class);
    }

    @Test
    void anotherPhysiciansVisitIsMissing() {
        var visit = started();
        var quill = PhysicianId.next();

        assertThatThrownBy(() -> as(quill, () -> visits.visit(visit, quill)))
                .isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(() -> start(visit, quill)).isInstanceOf(Refusal.Missing.class);
        assertThatThrownBy(
                        () ->
                                as(
                                        quill,
                                        () -> {
                                            visits.finish(visit, quill, record(Modality.VIDEO));
                                            return true;
                                        }))
                .isInstanceOf(Refusal.Missing.class);
        assertThat(as(quill, () -> visits.agenda(quill))).isEmpty();
        assertThat(
                        as(
                                quill,
                                () ->
                                        updated(
                                                "update visits.visit set zone = 'UTC' where stage = 'STARTED'")))
                .isZero();
        assertThat(encounter().status()).isEqualTo(EncounterFacts.Status.IN_PROGRESS);
    }

    @Test
    void theAgendaIsThePhysiciansOwnAndLeavesATrace(AssertablePublishedEvents published) {
        var visit = book(rosa, Instant.parse("2026-11-25T14:00:00Z"));

        assertThat(as(reyes, () -> visits.agenda(reyes)))
                .extracting(VisitView::id)
                .containsExactly(visit);
        assertThat(published).contains(Seen.class).matching(Seen::subject, rosa.id());
    }

    @Test
    void onlyThePatientAndPhysiciansSeeAVisitOrAReport() {
        started();
        review(UsState.FL, "E-1");

        for (var table : List.of("visits.visit", "visits.pdmp_review")) {
            var sql = "select count(*) from " + table;
            assertThat(count(Actors.patient(rosa.id()), sql)).as(table).isEqualTo(1);
            for (var other :
                    List.of(
                            Actors.patient(PatientId.next()),
                            Actors.pharmacist(PharmacyId.next()),
                            Actors.staff(Actor.Kind.BILLING),
                            Actor.NOBODY)) {
                assertThat(count(other, sql)).as(other.kind() + " in " + table).isZero();
            }
        }
    }

    @Test
    void theLastReportOfEachStateCounts(AssertablePublishedEvents published) {
        review(UsState.FL, "E-1");
        clock.passes(Duration.ofHours(1));
        review(UsState.FL, "E-2");
        review(UsState.NJ, "N-1");

        assertThat(pdmp().reports()).containsOnlyKeys("FL", "NJ");
        assertThat(pdmp().reports().get("FL").reportId()).isEqualTo("E-2");
        assertThat(pdmp().reports().get("FL").reviewedAt()).isEqualTo(clock.instant());
        assertThat(published)
                .contains(PdmpReviewed.class)
                .matching(PdmpReviewed::request, rosa.request());
        assertThatThrownBy(() -> review(UsState.FL, "  ")).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void noReportIsRecordedByAPhysicianWithoutTheLicense() {
        var quill = PhysicianId.next();
        when(licensing.servableBy(quill)).thenReturn(Set.of(UsState.NJ));

        assertThatThrownBy(
                        () ->
                                as(
                                        quill,
                                        () -> {
                                            visits.recordPdmp(
                                                    rosa.request(), quill, UsState.FL, "E-1", "");
                                            return true;
                                        }))
                .isInstanceOf(Refusal.Missing.class);
        assertThat(as(reyes, () -> visits.pdmpOf(rosa.request()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update visits.pdmp_review set report_id = 'E-9'",
                "delete from visits.pdmp_review"
            })
    void aReportThatWasReadStaysOnRecord(String sql) {
        review(UsState.FL, "E-1");

        assertThatThrownBy(() -> as(reyes, () -> updated(sql)))
                .isInstanceOf(DataAccessException.class);
    }

    private void start(VisitId visit, PhysicianId physician) {
        as(
                physician,
                () -> {
                    visits.start(visit, physician, MIAMI_DADE);
                    return true;
                });
    }

    private void review(UsState state, String report) {
        as(
                reyes,
                () -> {
                    visits.recordPdmp(rosa.request(), reyes, state, report, "nothing found");
                    return true;
                });
    }

    private EncounterFacts encounter() {
        return Objects.requireNonNull(as(reyes, () -> visits.factsOf(rosa.request())).encounter());
    }

    private PdmpFacts pdmp() {
        return Objects.requireNonNull(as(reyes, () -> visits.factsOf(rosa.request())).pdmp());
    }

    private int updated(String sql) {
        return transaction.execute(_ -> jdbc.sql(sql).update());
    }
}
