package health.stillwater.visits;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.EnrollmentStage;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.licensing.Licensing;
import health.stillwater.runtime.Acting;
import health.stillwater.visits.Calendar.Taken;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds times and books them. Two who want the same time: the database lets the first one have it.
 */
@Component
class Scheduling {

    private final VisitsKept visits;
    private final Enrollment enrollment;
    private final Licensing licensing;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final Clock clock;

    Scheduling(
            VisitsKept visits,
            Enrollment enrollment,
            Licensing licensing,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.visits = visits;
        this.enrollment = enrollment;
        this.licensing = licensing;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    List<Slot> open(RequestId request, LocalDate from) {
        var patient = enrollment.patient(enrollment.request(request).patient());
        var physicians = licensing.physiciansFor(patient.state());
        return Calendar.open(physicians, taken(), patient.zone(), from, clock.instant());
    }

    /**
     * Times are taken for everybody, whoever took them, until the visit ended; a patient learns no
     * more than that.
     */
    private Set<Taken> taken() {
        var since = clock.instant().minus(Duration.ofDays(1));
        return Acting.as(
                Actor.system("visits.taken-times"),
                () ->
                        apart.execute(
                                _ ->
                                        new HashSet<>(
                                                jdbc.sql(
                                                                "select physician_id, starts_at from visits.visit"
                                                                        + " where starts_at > ? and stage in ('BOOKED', 'STARTED')")
                                                        .param(Timestamp.from(since))
                                                        .query(
                                                                (row, _) ->
                                                                        new Taken(
                                                                                row.getObject(
                                                                                        "physician_id",
                                                                                        UUID.class),
                                                                                row.getTimestamp(
                                                                                                "starts_at")
                                                                                        .toInstant()))
                                                        .list())));
    }

    VisitId book(RequestId request, PatientId patient, PhysicianId physician, Instant startsAt) {
        var enrolled = enrollment.of(patient);
        if (!enrolled.request().equals(request)) {
            throw new Refusal.Missing("This request");
        }
        if (enrolled.stage() != EnrollmentStage.ENROLLED) {
            throw new Refusal.Forbidden("Please finish the steps before the visit first.");
        }
        var slot = slot(request, physician, startsAt);
        try {
            return transaction.execute(_ -> keep(request, patient, slot));
        } catch (DataIntegrityViolationException taken) {
            throw new Refusal.Overtaken("This time was just taken. Please choose another one.");
        }
    }

    private Slot slot(RequestId request, PhysicianId physician, Instant startsAt) {
        var now = clock.instant();
        var soon = Calendar.isSoon(startsAt, now);
        var asOf = soon ? startsAt.minusSeconds(1) : now; // midnight is soon on the day before
        var patient = enrollment.patient(enrollment.request(request).patient());
        var day = (soon ? asOf : startsAt).atZone(patient.zone()).toLocalDate();
        var physicians = licensing.physiciansFor(patient.state());
        return Calendar.open(physicians, taken(), patient.zone(), day, asOf).stream()
                .filter(
                        slot ->
                                slot.physician().equals(physician)
                                        && slot.startsAt().equals(startsAt))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal.Overtaken(
                                        "This time is not free any more. Please choose another one."));
    }

    /** Booking again gives the earlier time back. */
    private VisitId keep(RequestId request, PatientId patient, Slot slot) {
        oneAfterTheOther(slot.physician());
        visits.findFirstByRequestAndStageIn(
                        request, EnumSet.of(VisitStage.BOOKED, VisitStage.STARTED))
                .ifPresent(
                        earlier -> {
                            earlier.cancel(clock.instant());
                            visits.saveAndFlush(earlier);
                        });
        return visits.saveAndFlush(Visit.book(request, patient, slot, clock.instant())).id();
    }

    /**
     * Two who insert overlapping times at once wait for each other in the exclusion constraint, and
     * PostgreSQL ends one of them as deadlocked. So whoever books with one physician waits here.
     */
    private void oneAfterTheOther(PhysicianId physician) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('visits.booking ' || ?, 0))")
                .param(physician.toString())
                .query((_, _) -> true)
                .single();
    }
}
