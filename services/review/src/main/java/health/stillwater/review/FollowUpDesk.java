package health.stillwater.review;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.Seen;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what physicians must look after between decisions, and shows it to those licensed where the
 * patient is.
 */
@Component
class FollowUpDesk {

    private final FollowUps followUps;
    private final ReviewCases cases;
    private final Enrollment enrollment;
    private final Licensing licensing;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowUpDesk(
            FollowUps followUps,
            ReviewCases cases,
            Enrollment enrollment,
            Licensing licensing,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.followUps = followUps;
        this.cases = cases;
        this.enrollment = enrollment;
        this.licensing = licensing;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Once for the same cause, however often it is told; by plain insert, for whoever opens it may
     * be unable to read it.
     */
    void open(PatientId patient, FollowUpReason reason, String about) {
        var now = clock.instant();
        var id = UUID.randomUUID();
        var opened =
                jdbc.sql(
                                "insert into review.follow_up (id, patient_id, reason, about, opened_at, due_at, version)"
                                        + " values (?, ?, ?, ?, ?, ?, 0) on conflict do nothing")
                        .params(
                                id,
                                patient.value(),
                                reason.name(),
                                about,
                                now.atOffset(ZoneOffset.UTC),
                                now.plus(reason.within()).atOffset(ZoneOffset.UTC))
                        .update();
        if (opened == 1) {
            events.publishEvent(new FollowUpOpened(id, patient, now));
        }
    }

    List<FollowUpRow> openFor(PhysicianId physician) {
        var open = followUps.findByClosedAtIsNull();
        var newest = newestCases(open);
        var servable = licensing.servableBy(physician);
        var now = clock.instant();
        return open.stream()
                .flatMap(
                        each -> {
                            var place = placeOf(each.patient(), newest.get(each.patient()));
                            var known = knows(physician, newest.get(each.patient()));
                            return servable.contains(place)
                                    ? Optional.of(each.row(place, known, now)).stream()
                                    : Optional.<FollowUpRow>empty().stream();
                        })
                .sorted(FollowUpRow.ORDER)
                .toList();
    }

    /**
     * The first alarm that nobody was offered lately, offered to this physician now. Whoever
     * chooses it from the list may still look after it.
     */
    Optional<UUID> takeUrgent(PhysicianId physician, Instant now) {
        return openFor(physician).stream()
                .filter(row -> row.urgency() == FollowUpReason.Urgency.NOW)
                .map(FollowUpRow::id)
                .filter(id -> offered(id, physician, now))
                .findFirst();
    }

    private boolean offered(UUID id, PhysicianId physician, Instant now) {
        return jdbc.sql(
                                "update review.follow_up set offered_to = ?, offered_until = ? where id = ?"
                                        + " and closed_at is null and (offered_until is null or offered_until <= ?)")
                        .params(
                                physician.value(),
                                now.plus(Hold.LEASE).atOffset(ZoneOffset.UTC),
                                id,
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    FollowUpView show(UUID id, PhysicianId physician) {
        var found = visible(followUps.findById(id), physician);
        var now = clock.instant();
        events.publishEvent(new Seen(found.patient(), "follow-up " + id, now));
        return view(found, now);
    }

    void close(UUID id, PhysicianId physician, String outcome) {
        var found = visible(followUps.locked(id), physician);
        var now = clock.instant();
        found.close(physician, outcome, now);
        events.publishEvent(new FollowUpClosed(id, found.patient(), physician, now));
    }

    private FollowUpView view(FollowUp found, Instant now) {
        return new FollowUpView(
                found.id(),
                found.reason(),
                found.about(),
                enrollment.patient(found.patient()),
                found.openedAt(),
                found.dueAt(),
                found.isOpen() && now.isAfter(found.dueAt()),
                Optional.ofNullable(found.outcome()));
    }

    private FollowUp visible(Optional<FollowUp> followUp, PhysicianId physician) {
        return followUp.filter(
                        found ->
                                licensing
                                        .servableBy(physician)
                                        .contains(
                                                placeOf(
                                                        found.patient(),
                                                        cases.findFirstByPatientOrderByOpenedAtDesc(
                                                                        found.patient())
                                                                .orElse(null))))
                .orElseThrow(() -> new Refusal.Missing("This follow-up"));
    }

    private Map<PatientId, ReviewCase> newestCases(List<FollowUp> open) {
        var patients = open.stream().map(FollowUp::patient).distinct().toList();
        var newest = new HashMap<PatientId, ReviewCase>();
        if (!patients.isEmpty()) {
            cases.findByPatientInOrderByOpenedAt(patients)
                    .forEach(each -> newest.put(each.patient(), each));
        }
        return newest;
    }

    /** Where the patient was when a physician last saw them, or where they live. */
    private UsState placeOf(PatientId patient, @Nullable ReviewCase newest) {
        return newest == null ? enrollment.patient(patient).state() : newest.state();
    }

    private static boolean knows(PhysicianId physician, @Nullable ReviewCase newest) {
        return newest != null && newest.visitPhysician().equals(physician);
    }
}
