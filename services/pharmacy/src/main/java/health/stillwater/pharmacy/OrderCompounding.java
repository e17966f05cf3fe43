package health.stillwater.pharmacy;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** A pharmacy began to compound an order. */
public record OrderCompounding(OrderId order, RequestId request, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "order " + order;
    }
}
