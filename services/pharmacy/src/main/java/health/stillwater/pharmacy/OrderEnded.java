package health.stillwater.pharmacy;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;

/** An order was ended before it was shipped, because its prescription was. */
public record OrderEnded(OrderId order, RequestId request, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "order " + order;
    }
}
