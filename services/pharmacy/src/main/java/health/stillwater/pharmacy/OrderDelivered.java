package health.stillwater.pharmacy;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** An order reached the patient. */
public record OrderDelivered(OrderId order, RequestId request, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "order " + order;
    }
}
