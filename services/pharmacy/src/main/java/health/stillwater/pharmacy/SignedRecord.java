package health.stillwater.pharmacy;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Where the signed decision stands in the ledger, so that the pharmacist can have it proved.
 *
 * @param hash the SHA-256 of the record, in hex
 */
@Embeddable
public record SignedRecord(UUID decision, long leaf, String hash) {}
