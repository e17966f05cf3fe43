package health.stillwater.visits;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.visits.VisitRecord.Modality;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A time a patient and a physician keep for each other, and what came of it. */
@Entity
@Table(schema = "visits", name = "visit")
class Visit extends AbstractAggregateRoot<Visit> {

    static final Duration LENGTH = Duration.ofMinutes(30);

    private static final Duration EARLY = Duration.ofMinutes(30);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private VisitId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "request_id"))
    private RequestId request;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "physician_id"))
    private PhysicianId physician;

    private Instant startsAt;

    private String zone;

    @Enumerated(EnumType.STRING)
    private VisitStage stage;

    private @Nullable String countyFips;

    private @Nullable Instant startedAt;

    private @Nullable Instant finishedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Modality modality;

    @Embedded private @Nullable Note note;

    private Instant bookedAt;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Visit() {} // for Hibernate

    private Visit(RequestId request, PatientId patient, Slot slot, Instant now) {
        this.id = VisitId.next();
        this.request = request;
        this.patient = patient;
        this.physician = slot.physician();
        this.startsAt = slot.startsAt();
        this.zone = slot.local().getZone().getId();
        this.stage = VisitStage.BOOKED;
        this.bookedAt = now;
    }

    static Visit book(RequestId request, PatientId patient, Slot slot, Instant now) {
        var visit = new Visit(request, patient, slot, now);
        visit.registerEvent(new VisitBooked(visit.id, request, patient, slot.physician(), now));
        return visit;
    }

    void cancel(Instant now) {
        become(VisitStage.CANCELED);
        registerEvent(new VisitCanceled(id, request, patient, physician, now));
    }

    /** The two meet, and the patient says where they are. */
    void start(String where, Instant now) {
        if (now.isBefore(startsAt.minus(EARLY))) {
            throw new Refusal.Forbidden(
                    "This visit is too far away to start. Open it within half an hour of its time.");
        }
        become(VisitStage.STARTED);
        countyFips = where;
        startedAt = now;
        registerEvent(new VisitStarted(id, request, patient, physician, now));
    }

    /** Ends it, as it was. Only live video with its note leads on. */
    void finish(VisitRecord record, Instant now) {
        var met = record.modality() != Modality.NONE;
        if (met && startedAt == null) {
            throw new Refusal.Forbidden(
                    "Start the visit first, and ask the patient where they are.");
        }
        var missing = record.missing();
        if (met && !missing.isEmpty()) {
            throw new Refusal.Forbidden(
                    "The note is not complete. Missing: "
                            + String.join(", ", missing.values())
                            + ".");
        }
        become(VisitStage.FINISHED);
        modality = record.modality();
        note = met ? Note.of(record) : null;
        finishedAt = now;
        registerEvent(
                modality == Modality.VIDEO
                        ? new VisitFinished(id, request, patient, physician, now)
                        : new VisitHeldWithoutVideo(id, request, patient, physician, now));
    }

    VisitId id() {
        return id;
    }

    RequestId request() {
        return request;
    }

    PatientId patient() {
        return patient;
    }

    PhysicianId physician() {
        return physician;
    }

    VisitStage stage() {
        return stage;
    }

    Optional<Modality> modality() {
        return Optional.ofNullable(modality);
    }

    Optional<Note> note() {
        return Optional.ofNullable(note);
    }

    Instant startsAt() {
        return startsAt;
    }

    @Nullable Instant startedAt() {
        return startedAt;
    }

    @Nullable Instant finishedAt() {
        return finishedAt;
    }

    VisitView view(String physicianName) {
        return new VisitView(
                id,
                request,
                patient,
                physician,
                physicianName,
                startsAt,
                startsAt.plus(LENGTH),
                ZoneId.of(zone),
                stage,
                startedAt,
                finishedAt,
                modality);
    }

    /** The signed note, when there is one. */
    Optional<VisitRecordView> recordView() {
        return note == null || modality == null || startedAt == null || finishedAt == null
                ? Optional.empty()
                : Optional.of(
                        new VisitRecordView(
                                id, physician, startedAt, finishedAt, note.as(modality)));
    }

    private void become(VisitStage next) {
        if (!stage.mayBecome(next)) {
            throw new Refusal.Overtaken(
                    "This visit is already " + words(stage) + ". Please reload the page.");
        }
        stage = next;
    }

    private static String words(VisitStage stage) {
        return switch (stage) {
            case BOOKED -> "booked";
            case STARTED -> "in progress";
            case FINISHED -> "finished";
            case CANCELED -> "canceled";
        };
    }
}
