package health.stillwater.prescribing;

import health.stillwater.kernel.RequestId;
import java.time.LocalDate;

/** Where a patient stands with the supply after the one they have. */
public sealed interface NextSupply {

    /** There is no prescription to go on with. */
    record None() implements NextSupply {}

    /** It was asked for, and nothing is decided about it yet. */
    record UnderWay(RequestId request) implements NextSupply {}

    /**
     * It may be asked for.
     *
     * @param coveredThrough the last day for which there is medicine
     */
    record Open(LocalDate coveredThrough) implements NextSupply {}

    /**
     * It is too early to ask.
     *
     * @param from the first day on which it may be asked for
     */
    record Later(LocalDate from) implements NextSupply {}
}
