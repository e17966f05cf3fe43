package health.stillwater.review;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** What a case is about, however far it is: whose request, where, seen by whom, how grave. */
@MappedSuperclass
abstract class Reviewed {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RequestId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Enumerated(EnumType.STRING)
    private UsState state;

    /** Who saw the patient on video, and so is the first to be asked. */
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "visit_physician_id"))
    private PhysicianId visitPhysician;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    @Enumerated(EnumType.STRING)
    private Risk risk;

    private Instant openedAt;

    @SuppressWarnings("NullAway.Init")
    protected Reviewed() {} // for Hibernate

    Reviewed(
            RequestId id,
            PatientId patient,
            UsState state,
            PhysicianId visitPhysician,
            CaseKind kind,
            Instant now) {
        this.id = id;
        this.patient = patient;
        this.state = state;
        this.visitPhysician = visitPhysician;
        this.kind = kind;
        this.risk = Risk.USUAL;
        this.openedAt = now;
    }

    /** Another visit for the same request: whoever held that one is now the proposed prescriber. */
    void visitedBy(PhysicianId physician) {
        visitPhysician = physician;
    }

    /** Where the patient says they are decides which physicians may see the case. */
    void locatedIn(UsState place) {
        state = place;
    }

    void weighed(Risk newRisk) {
        risk = newRisk;
    }

    RequestId id() {
        return id;
    }

    PatientId patient() {
        return patient;
    }

    UsState state() {
        return state;
    }

    PhysicianId visitPhysician() {
        return visitPhysician;
    }

    CaseKind kind() {
        return kind;
    }

    Risk risk() {
        return risk;
    }
}
