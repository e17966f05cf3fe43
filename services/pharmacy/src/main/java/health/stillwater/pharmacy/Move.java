package health.stillwater.pharmacy;

import health.stillwater.licensing.PharmacyEndpoint;
import java.time.Instant;

/** What is to be done next to hand an order over. */
sealed interface Move {

    /** Tell the pharmacy of the order, and of the ledger as it was when the order was made. */
    record Send(PharmacyEndpoint to, Instant at, String checkpoint) implements Move {}

    /** Ask the pharmacy whether it has the order. */
    record Ask(PharmacyEndpoint whom) implements Move {}

    /** It arrived already, or the gate keeps it here. */
    record Nothing() implements Move {}
}
