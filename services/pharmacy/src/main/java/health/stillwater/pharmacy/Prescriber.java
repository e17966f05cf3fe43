package health.stillwater.pharmacy;

/** Who prescribed, with the numbers a pharmacist checks. */
public record Prescriber(String name, String npi, String dea, String license) {}
