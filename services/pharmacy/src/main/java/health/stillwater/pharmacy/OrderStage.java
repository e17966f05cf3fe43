package health.stillwater.pharmacy;

import java.util.EnumSet;
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
    REFUSED("Refused");

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
            case PLANNED, HELD, SENDING, SENT_UNKNOWN -> false;
            case SENT, ACCEPTED, COMPOUNDING, SHIPPED, DELIVERED, REFUSED -> true;
        };
    }

    /** The stages a pharmacist may bring it to from here. */
    Set<OrderStage> nextByPharmacists() {
        return EnumSet.range(ACCEPTED, REFUSED).stream()
                .filter(this::mayBecome)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrderStage.class)));
    }

    boolean mayBecome(OrderStage next) {
        return switch (this) {
            case PLANNED -> next == HELD || next == SENDING;
            case HELD -> next == SENDING;
            case SENDING -> next == SENT || next == SENT_UNKNOWN || next == HELD;
            case SENT_UNKNOWN -> next == SENT || next == SENDING || next == HELD;
            case SENT -> next == ACCEPTED || next == REFUSED;
            case ACCEPTED -> next == COMPOUNDING || next == REFUSED;
            case COMPOUNDING -> next == SHIPPED || next == REFUSED;
            case SHIPPED -> next == DELIVERED;
            case DELIVERED, REFUSED -> false;
        };
    }
}
