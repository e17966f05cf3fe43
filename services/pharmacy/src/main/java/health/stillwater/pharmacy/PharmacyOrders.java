package health.stillwater.pharmacy;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** The front door of the pharmacy room: orders, as the pharmacist and the patient see them. */
@Service
public class PharmacyOrders {

    PharmacyOrders() {}

    /** The orders this pharmacy has, the ones waiting longest first. */
    public List<OrderRow> ordersOf(PharmacyId pharmacy) {
        throw new UnsupportedOperationException();
    }

    /** One order of this pharmacy with all its pharmacist needs; leaves a trace that it was seen. */
    public OrderView order(OrderId id, PharmacyId pharmacy) {
        throw new UnsupportedOperationException();
    }

    public void accept(OrderId id, PharmacyId pharmacy) {
        throw new UnsupportedOperationException();
    }

    public void startCompounding(OrderId id, PharmacyId pharmacy) {
        throw new UnsupportedOperationException();
    }

    public void ship(OrderId id, PharmacyId pharmacy, String carrier, String tracking) {
        throw new UnsupportedOperationException();
    }

    public void deliver(OrderId id, PharmacyId pharmacy, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void refuse(OrderId id, PharmacyId pharmacy, RefusalReason reason, String note) {
        throw new UnsupportedOperationException();
    }

    /** The orders of a patient, newest first. */
    public List<OrderProgress> of(PatientId patient) {
        throw new UnsupportedOperationException();
    }
}
