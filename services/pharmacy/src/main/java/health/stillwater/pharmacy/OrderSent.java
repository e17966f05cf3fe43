package health.stillwater.pharmacy;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** The pharmacy confirmed that it has an order. */
public record OrderSent(OrderId order, RequestId request, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "order " + order;
    }
}
