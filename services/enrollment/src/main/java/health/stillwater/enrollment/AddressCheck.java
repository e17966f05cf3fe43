package health.stillwater.enrollment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What the vendor said about an address, and when. */
@Embeddable
record AddressCheck(
        @Enumerated(EnumType.STRING) @Column(name = "address_status") Status status,
        @Column(name = "address_checked_at") Instant checkedAt) {

    enum Status {
        VALID,
        INVALID,
        /** The vendor does not know it, or did not answer. */
        UNKNOWN
    }
}
