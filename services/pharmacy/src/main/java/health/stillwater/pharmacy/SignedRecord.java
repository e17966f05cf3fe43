package health.stillwater.pharmacy;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Where the signed decision stands in the ledger, so that the pharmacist can have it proved.
 *
 * @param leaf its place in the ledger, counted from 0
 * @param hash the SHA-256 of the record, in hex
 * @param checkpoint the ledger's latest signed note when the order was made; empty before the first
 */
@Embeddable
public record SignedRecord(UUID decision, long leaf, String hash, String checkpoint) {}
