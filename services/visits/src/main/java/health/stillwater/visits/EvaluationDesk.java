package health.stillwater.visits;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Where a physician says that they evaluated a patient in person. Only of patients they have a
 * visit with, and only what has happened.
 */
@Component
class EvaluationDesk {

    private final EvaluationBook book;
    private final Enrollment enrollment;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    EvaluationDesk(
            EvaluationBook book,
            Enrollment enrollment,
            ApplicationEventPublisher news,
            Clock clock) {
        this.book = book;
        this.enrollment = enrollment;
        this.news = news;
        this.clock = clock;
    }

    EvaluationId record(Visit visit, NewEvaluation told) {
        if (visit.stage() == VisitStage.CANCELED) {
            throw new Refusal.Forbidden(
                    "This visit was canceled. Record it from a visit you have with the patient.");
        }
        if (told.place().isBlank()) {
            throw new Refusal.Forbidden("Say where you evaluated the patient.");
        }
        if (told.document().isBlank()) {
            throw new Refusal.Forbidden(
                    "Give the number of the document. Without one the evaluation does not count.");
        }
        happened(visit.patient(), told.on());
        var now = clock.instant();
        var id = book.write(visit.patient(), visit.physician(), told, now);
        news.publishEvent(new EvaluatedInPerson(id, visit.patient(), visit.physician(), now));
        return id;
    }

    private void happened(PatientId patient, LocalDate on) {
        var known = enrollment.patient(patient);
        if (on.isAfter(LocalDate.ofInstant(clock.instant(), known.zone()))) {
            throw new Refusal.Forbidden(
                    "This day has not come yet. Record the evaluation when it was held.");
        }
        if (on.isBefore(known.dateOfBirth())) {
            throw new Refusal.Forbidden("This day lies before the patient was born.");
        }
    }

    void strike(EvaluationId id, PhysicianId physician, String reason) {
        var found =
                book.find(id, physician).orElseThrow(() -> new Refusal.Missing("This evaluation"));
        if (found.struck()) {
            throw new Refusal.Overtaken("This evaluation was struck before.");
        }
        if (reason.isBlank()) {
            throw new Refusal.Forbidden("Say in a sentence why it is struck.");
        }
        var now = clock.instant();
        try {
            book.strike(found, reason, now);
        } catch (DuplicateKeyException meanwhile) {
            throw new Refusal.Overtaken("This evaluation was struck before.");
        }
        news.publishEvent(new EvaluationStruck(id, found.patient(), physician, now));
    }
}
