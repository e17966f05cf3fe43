package health.stillwater.kernel;

import java.time.Instant;

/**
 * A person who is not the patient looked at health information. Published by the door that showed
 * it, in the transaction that read it.
 *
 * @param about what was shown: {@code case 3f…}; ids only
 */
public record Seen(PatientId subject, String about, Instant at) implements DomainEvent {}
