package health.stillwater.pharmacy;

import jakarta.persistence.Embeddable;

/** Who prescribed, with the numbers a pharmacist checks. */
@Embeddable
public record Prescriber(String name, String npi, String dea, String license, String address) {}
