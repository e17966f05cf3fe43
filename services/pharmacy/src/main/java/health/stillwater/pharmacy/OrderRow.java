package health.stillwater.pharmacy;

import health.stillwater.kernel.UsState;
import java.time.Instant;

/**
 * One order in a pharmacy's list.
 *
 * @param number our order number, as both sides say it on the phone
 */
public record OrderRow(
        OrderId id,
        String number,
        OrderStage stage,
        String patientName,
        String drug,
        UsState state,
        Instant since) {}
