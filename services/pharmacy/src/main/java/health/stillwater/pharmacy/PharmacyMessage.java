package health.stillwater.pharmacy;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a pharmacy's ordering system is told: that there is an order, or that it must not be
 * dispensed. Not a word about the patient; the pharmacist reads the order in the portal.
 *
 * @param id the same however often it is sent, so the pharmacy takes it once
 */
record PharmacyMessage(String type, String id, Instant timestamp, Map<String, String> order) {

    /**
     * The ledger's checkpoint comes along, to be kept where we cannot change it.
     *
     * @param checkpoint the ledger as it was when the order was made
     */
    static PharmacyMessage created(OrderId order, Instant at, String checkpoint) {
        var id = order.toString();
        return new PharmacyMessage(
                "order.created", id, at, new TreeMap<>(Map.of("id", id, "checkpoint", checkpoint)));
    }

    static PharmacyMessage canceled(UUID message, OrderId order, Instant at) {
        return new PharmacyMessage(
                "order.canceled", message.toString(), at, Map.of("id", order.toString()));
    }
}
