package health.stillwater.checkins;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import health.stillwater.pharmacy.OrderId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.AbstractAggregateRoot;

/** The check-ins that follow one delivery. */
@Entity
@Table(schema = "checkins", name = "plan")
class Plan extends AbstractAggregateRoot<Plan> {

    @Id private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "order_id"))
    private OrderId order;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "request_id"))
    private RequestId request;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "patient_id"))
    private PatientId patient;

    private Instant deliveredAt;

    private String zone;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Plan() {} // for Hibernate

    Plan(
            OrderId order,
            RequestId request,
            PatientId patient,
            Instant deliveredAt,
            ZoneId zone,
            Instant now) {
        this.id = UUID.randomUUID();
        this.order = order;
        this.request = request;
        this.patient = patient;
        this.deliveredAt = deliveredAt;
        this.zone = zone.getId();
        registerEvent(new CheckInsPlanned(id, patient, now));
    }

    /** One text a day, each at the same time on the patient's clock. */
    List<TextMessage> texts(CheckInSettings settings, Instant now) {
        return settings.days().stream()
                .map(
                        day ->
                                TextMessage.checkIn(
                                        id,
                                        patient,
                                        day,
                                        SendingHours.on(on(day), settings.at(), zone()),
                                        now))
                .toList();
    }

    /** The date of a day after the delivery, as the patient counts. */
    LocalDate on(int day) {
        return deliveredAt.atZone(zone()).toLocalDate().plusDays(day);
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    UUID id() {
        return id;
    }
}
