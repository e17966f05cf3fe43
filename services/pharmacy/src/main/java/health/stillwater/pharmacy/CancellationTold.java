package health.stillwater.pharmacy;

import health.stillwater.kernel.DomainEvent;
import health.stillwater.kernel.PatientId;
import java.time.Instant;

/** The pharmacy's own system has it that an order must not be dispensed. */
public record CancellationTold(OrderId order, PatientId subject, Instant at)
        implements DomainEvent {

    @Override
    public String about() {
        return "order " + order;
    }
}
