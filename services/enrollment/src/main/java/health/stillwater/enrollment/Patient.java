package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A person with an account: who they are, where they live, how to reach them. */
@Entity
@Table(schema = "enrollment", name = "patient")
class Patient extends AbstractAggregateRoot<Patient> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PatientId id;

    private String email;

    @Embedded private @Nullable Details details;

    @Embedded private @Nullable AddressCheck addressCheck;

    private @Nullable Instant textsStoppedAt;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Patient() {} // for Hibernate

    Patient(PatientId id, String email) {
        this.id = id;
        this.email = email;
    }

    void reachedAt(String newEmail) {
        email = newEmail;
    }

    /** Another address is another question to the vendor; the old answer does not carry over. */
    void describe(Details told, AddressCheck checked, Instant now) {
        details = told;
        addressCheck = checked;
        registerEvent(new PatientDescribed(id, now));
    }

    /** An answer about the address on file; one about an address since changed is not kept. */
    void addressChecked(Details asked, AddressCheck checked) {
        if (details != null && details.sameAddress(asked)) {
            addressCheck = checked;
            registerEvent(new AddressChecked(id, checked.checkedAt()));
        }
    }

    void stopTexts(Instant now) {
        if (textsStoppedAt == null) {
            textsStoppedAt = now;
            registerEvent(new TextsStopped(id, now));
        }
    }

    void allowTexts(Instant now) {
        if (textsStoppedAt != null) {
            textsStoppedAt = null;
            registerEvent(new TextsAllowed(id, now));
        }
    }

    PatientId id() {
        return id;
    }

    String email() {
        return email;
    }

    Optional<Details> details() {
        return Optional.ofNullable(details);
    }

    /** The same for acts that need them. */
    Details told() {
        return details()
                .orElseThrow(() -> new Refusal.Forbidden("Please fill in “About you” first."));
    }

    Optional<AddressCheck> addressCheck() {
        return Optional.ofNullable(addressCheck);
    }

    /** Whether the address was found on the same local day, which is how long an answer counts. */
    boolean addressFreshAt(Instant now) {
        if (details == null
                || addressCheck == null
                || addressCheck.status() == AddressCheck.Status.UNKNOWN) {
            return false;
        }
        var zone = ZoneId.of(details.zone());
        return addressCheck
                .checkedAt()
                .atZone(zone)
                .toLocalDate()
                .equals(now.atZone(zone).toLocalDate());
    }

    boolean textsStopped() {
        return textsStoppedAt != null;
    }
}
