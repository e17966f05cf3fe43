package health.stillwater.pharmacy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the pharmacist who fills an order needs to know, and no more.
 *
 * @param number our order number, as both sides say it on the phone
 * @param next the stages a pharmacist may bring it to now
 * @param history every stage it passed, oldest first
 */
public record OrderView(
        OrderId id,
        String number,
        OrderStage stage,
        Instant since,
        PrescribedDrug prescribed,
        Recipient recipient,
        Prescriber prescriber,
        SignedRecord signed,
        @Nullable Shipment shipment,
        @Nullable Rejection rejection,
        Set<OrderStage> next,
        List<Step> history) {

    /** One stage an order passed, and who brought it there. */
    public record Step(OrderStage stage, Instant at, String by) {}
}
