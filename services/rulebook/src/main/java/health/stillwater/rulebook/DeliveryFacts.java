package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.EnumNaming;

/** Where the parcel goes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryFacts(
        @Nullable Address address,
        @Nullable Boolean adultSignatureRequired,
        @Nullable Boolean heldOrForwarded,
        @Nullable AddressValidation addressValidation)
        implements FactGroup {

    /** The delivery address. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Address(
            @Nullable AddressKind kind,
            @Nullable String line1,
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode) {}

    /** What the address check answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AddressValidation(
            @Nullable ValidationStatus status, @Nullable Instant observedAt) {}

    /** What sort of address it is. */
    @EnumNaming(LowerCaseNames.class)
    public enum AddressKind {
        STREET,
        PO_BOX,
        HOLD_AT_LOCATION,
        GENERAL_DELIVERY
    }

    /** Whether the address exists. */
    @EnumNaming(LowerCaseNames.class)
    public enum ValidationStatus {
        VALID,
        INVALID
    }

    /** These facts and later ones; where both speak, the later ones count. */
    DeliveryFacts and(DeliveryFacts later) {
        return new DeliveryFacts(
                Facts.later(address, later.address),
                Facts.later(adultSignatureRequired, later.adultSignatureRequired),
                Facts.later(heldOrForwarded, later.heldOrForwarded),
                Facts.later(addressValidation, later.addressValidation));
    }
}
