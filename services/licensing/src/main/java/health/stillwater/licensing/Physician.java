package health.stillwater.licensing;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A physician of the program. What they may do stands in their credentials. */
@Entity
@Table(schema = "licensing", name = "physician")
class Physician extends AbstractAggregateRoot<Physician> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PhysicianId id;

    private String name;

    private String npi;

    private String practiceAddress;

    @Enumerated(EnumType.STRING)
    private UsState practiceState;

    @Version
    private @Nullable Integer version; // null until it is saved: the id is not ours to give

    @SuppressWarnings("NullAway.Init")
    protected Physician() {} // for Hibernate

    Physician(NewPhysician told, Instant now) {
        id = told.id();
        name = told.name();
        npi = told.npi();
        practiceAddress = told.practiceAddress();
        practiceState = told.practiceState();
        registerEvent(new PhysicianRegistered(id, now));
    }

    PhysicianId id() {
        return id;
    }

    String name() {
        return name;
    }

    String npi() {
        return npi;
    }

    UsState practiceState() {
        return practiceState;
    }

    PhysicianView view(Set<UsState> servable) {
        return new PhysicianView(id, name, npi, practiceAddress, servable);
    }
}
