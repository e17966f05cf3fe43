package health.stillwater.licensing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Who runs the program. There is one. */
@Entity
@Table(schema = "licensing", name = "organization")
class Organization extends AbstractAggregateRoot<Organization> {

    @Id private UUID id;

    private String name;

    @Version
    private @Nullable Integer version; // null until it is saved: the id is not ours to give

    @SuppressWarnings("NullAway.Init")
    protected Organization() {} // for Hibernate

    Organization(NewOrganization told, Instant now) {
        id = told.id();
        name = told.name();
        registerEvent(new OrganizationRegistered(id, now));
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }
}
