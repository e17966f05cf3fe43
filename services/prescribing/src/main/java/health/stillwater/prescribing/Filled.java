package health.stillwater.prescribing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Medicine that left a pharmacy on a prescription.
 *
 * @param order the pharmacy's order; told twice, it is one fill
 * @param on the day, as the patient counts
 * @param quantity units
 */
public record Filled(
        DecisionId prescription, UUID order, LocalDate on, int quantity, int daysSupply) {}
