package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What one physician has written so far about one request. */
@Entity
@Table(schema = "prescribing", name = "draft")
class DraftSheet {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    @Id private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "request_id"))
    private RequestId request;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "physician_id"))
    private PhysicianId physician;

    /** The form's fields as JSON, exactly as typed. */
    private String fields;

    /** Counts saves; the page says which one it started from. */
    private int revision;

    private Instant savedAt;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected DraftSheet() {} // for Hibernate

    DraftSheet(RequestId request, PatientId patient, PhysicianId physician, Instant now) {
        this.id = UUID.randomUUID();
        this.request = request;
        this.patient = patient;
        this.physician = physician;
        this.fields = JSON.writeValueAsString(DecisionForm.empty().fields());
        this.savedAt = now;
    }

    /** Writes the form down; answers whether it said anything new. */
    boolean write(DecisionForm form, int startedFrom, Instant now) {
        if (startedFrom != revision) {
            throw new Refusal.Overtaken(
                    "This draft was changed in another window. Reload the page to see it.");
        }
        return write(form, now);
    }

    /** The same, whatever the page started from: marking ready counts as the last word. */
    boolean write(DecisionForm form, Instant now) {
        if (revision > 0 && form.equals(form())) {
            return false;
        }
        fields = JSON.writeValueAsString(form.fields());
        revision++;
        savedAt = now;
        return true;
    }

    /** What it said is signed; whoever takes the case up again begins with nothing. */
    void isSigned(Instant now) {
        write(DecisionForm.empty(), now);
    }

    Draft view() {
        return new Draft(form(), revision, savedAt);
    }

    private DecisionForm form() {
        return DecisionForm.of(JSON.readValue(fields, FIELDS));
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

    int revision() {
        return revision;
    }
}
