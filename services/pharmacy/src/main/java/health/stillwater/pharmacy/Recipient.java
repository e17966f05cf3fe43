package health.stillwater.pharmacy;

import health.stillwater.kernel.UsState;
import java.time.LocalDate;

/** Whom the drug is for and where it goes. */
public record Recipient(String name, LocalDate dateOfBirth, String address, UsState state) {}
