package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.RequestFacts;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A patient's request for a prescription, the first or the next, from its first step until the gate
 * lets it through.
 */
@Entity
@Table(schema = "enrollment", name = "request")
class Request extends AbstractAggregateRoot<Request> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RequestId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "assessment_id"))
    private @Nullable AssessmentId assessment;

    /** The request before this one; null for the first. */
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "follows"))
    private @Nullable RequestId follows;

    @Enumerated(EnumType.STRING)
    private EnrollmentStage stage;

    private Instant begunAt;

    private @Nullable Instant enrolledAt;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Request() {} // for Hibernate

    private Request(RequestId id, PatientId patient, Instant now) {
        this.id = id;
        this.patient = patient;
        this.stage = EnrollmentStage.BEGUN;
        this.begunAt = now;
    }

    static Request begin(PatientId patient, Instant now) {
        var request = new Request(RequestId.next(), patient, now);
        request.registerEvent(new EnrollmentBegun(request.id, patient, now));
        return request;
    }

    /** The next one, of a patient who was let in. How they are is asked anew. */
    static Request following(Request before, Instant now) {
        if (!before.enrolled()) {
            throw new IllegalStateException("not let in yet: " + before.id);
        }
        var request = begin(before.patient, now);
        request.follows = before.id;
        return request;
    }

    /**
     * A later assessment takes the place of an earlier one, until the patient is let in. Whoever is
     * in treatment already may tell us of something that cannot wait for the visit.
     */
    void basedOn(Assessment newer, Instant now) {
        if (enrolled() || newer.id().equals(assessment)) {
            return;
        }
        assessment = newer.id();
        if (follows != null) {
            newer.worry()
                    .ifPresent(
                            worry -> registerEvent(new NewAnswersWorry(id, patient, worry, now)));
        }
    }

    void stopped(Instant now) {
        become(EnrollmentStage.STOPPED);
        registerEvent(new EnrollmentStopped(id, patient, now));
    }

    void enroll(UsState state, Instant now) {
        become(EnrollmentStage.ENROLLED);
        enrolledAt = now;
        registerEvent(new PatientEnrolled(id, patient, state, now));
    }

    RequestId id() {
        return id;
    }

    PatientId patient() {
        return patient;
    }

    Optional<AssessmentId> assessment() {
        return Optional.ofNullable(assessment);
    }

    RequestFacts.Kind kind() {
        return follows == null ? RequestFacts.Kind.FIRST : RequestFacts.Kind.RENEWAL;
    }

    EnrollmentStage stage() {
        return stage;
    }

    boolean enrolled() {
        return stage == EnrollmentStage.ENROLLED;
    }

    Instant begunAt() {
        return begunAt;
    }

    Instant since() {
        return enrolledAt == null ? begunAt : enrolledAt;
    }

    private void become(EnrollmentStage next) {
        if (!stage.mayBecome(next)) {
            throw new Refusal.Overtaken(
                    "This enrollment is already finished. Please reload the page.");
        }
        stage = next;
    }
}
