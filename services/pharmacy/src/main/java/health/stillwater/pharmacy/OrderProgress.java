package health.stillwater.pharmacy;

import health.stillwater.kernel.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an order is, for the patient who waits for it.
 *
 * @param words the stage in a sentence for the patient
 */
public record OrderProgress(
        OrderId id,
        RequestId request,
        String number,
        OrderStage stage,
        Instant since,
        String words,
        String pharmacyName,
        String pharmacyPhone,
        @Nullable Shipment shipment) {}
