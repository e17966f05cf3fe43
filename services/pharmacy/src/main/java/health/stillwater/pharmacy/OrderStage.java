package health.stillwater.pharmacy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an order stands. Every legal move is on this page. */
public enum OrderStage {
    PLANNED("Being prepared"),
    HELD("Waiting for a required check"),
    SENDING("On its way to the pharmacy"),
    SENT_UNKNOWN("Asking the pharmacy whether it arrived"),
    SENT("New"),
    ACCEPTED("Accepted"),
    COMPOUNDING("Being compounded"),
    SHIPPED("Shipped"),
    DELIVERED("Delivered"),
    REFUSED("Refused"),
    /** The physician ended the prescription before any pharmacy had it. */
    WITHDRAWN("Withdrawn before it was sent"),
    /** The physician ended the prescription; what is not shipped yet must not be dispensed. */
    CANCELED("Canceled by the physician");

    private final String title;

    OrderStage(String title) {
        this.title = title;
    }

    /** As the people who work with orders call it. */
    public String title() {
        return title;
    }

    /** Whether the pharmacy has it, and its pharmacists may see it. */
    public boolean atThePharmacy() {
        return switch (this) {
            case PLANNED, HELD, SENDING, SENT_UNKNOWN, WITHDRAWN -> false;
            case SENT, ACCEPTED, COMPOUNDING, SHIPPED, DELIVERED, REFUSED, CANCELED -> true;
        };
    }

    /** The stages a pharmacist may bring it to from here. */
    Set<OrderStage> nextByPharmacists() {
        return EnumSet.range(ACCEPTED, REFUSED).stream()
                .filter(this::mayBecome)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrderStage.class)));
    }

    /** What it becomes when the physician ends the prescription; nothing where that is too late. */
    Optional<OrderStage> endedByPhysician() {
        return switch (this) {
            case PLANNED, HELD -> Optional.of(WITHDRAWN);
            case SENT, ACCEPTED, COMPOUNDING -> Optional.of(CANCELED);
            case SENDING, SENT_UNKNOWN, SHIPPED, DELIVERED, REFUSED, WITHDRAWN, CANCELED ->
                    Optional.empty();
        };
    }

    boolean mayBecome(OrderStage next) {
        return switch (this) {
            case PLANNED -> next == HELD || next == SENDING || next == WITHDRAWN;
            case HELD -> next == SENDING || next == WITHDRAWN;
            case SENDING -> next == SENT || next == SENT_UNKNOWN || next == HELD;
            case SENT_UNKNOWN ->
                    next == SENT || next == SENDING || next == HELD || next == WITHDRAWN;
            case SENT -> next == ACCEPTED || next == REFUSED || next == CANCELED;
            case ACCEPTED -> next == COMPOUNDING || next == REFUSED || next == CANCELED;
            case COMPOUNDING -> next == SHIPPED || next == REFUSED || next == CANCELED;
            case SHIPPED -> next == DELIVERED;
            case DELIVERED, REFUSED, WITHDRAWN, CANCELED -> false;
        };
    }
}
