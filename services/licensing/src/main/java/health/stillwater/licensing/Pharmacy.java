package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.UsState;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A pharmacy of the program. Where it may ship stands in its credentials. */
@Entity
@Table(schema = "licensing", name = "pharmacy")
class Pharmacy extends AbstractAggregateRoot<Pharmacy> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PharmacyId id;

    private String name;

    @Enumerated(EnumType.STRING)
    private UsState homeState;

    private String phone;

    private String webhook;

    private boolean compoundingCompetent;

    private boolean epcsCapable;

    @Version
    private @Nullable Integer version; // null until it is saved: the id is not ours to give

    @SuppressWarnings("NullAway.Init")
    protected Pharmacy() {} // for Hibernate

    Pharmacy(NewPharmacy told, Instant now) {
        id = told.id();
        name = told.name();
        homeState = told.homeState();
        phone = told.phone();
        webhook = told.webhook().toString();
        compoundingCompetent = told.compoundingCompetent();
        epcsCapable = told.epcsCapable();
        registerEvent(new PharmacyRegistered(id, now));
    }

    PharmacyId id() {
        return id;
    }

    String name() {
        return name;
    }

    UsState homeState() {
        return homeState;
    }

    URI webhook() {
        return URI.create(webhook);
    }

    boolean compoundingCompetent() {
        return compoundingCompetent;
    }

    boolean epcsCapable() {
        return epcsCapable;
    }

    PharmacyView view(Set<UsState> shipsTo) {
        return new PharmacyView(id, name, homeState, phone, webhook(), shipsTo);
    }
}
