package health.stillwater.portals.pharmacy;

import health.stillwater.pharmacy.OrderStage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts the list of orders can be read in. */
public enum Shelf {
    OPEN("Open"),
    NEW("New"),
    IN_WORK("In work"),
    SHIPPED("Shipped"),
    CLOSED("Closed");

    private final String title;

    Shelf(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** As it stands in the address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The part of this name; the open orders for any other. */
    static Shelf of(String code) {
        for (var shelf : values()) {
            if (shelf.code().equals(code)) {
                return shelf;
            }
        }
        return OPEN;
    }

    /** The stages of the orders that stand on it. */
    Set<OrderStage> stages() {
        return Arrays.stream(OrderStage.values())
                .filter(OrderStage::atThePharmacy)
                .filter(this::holds)
                .collect(Collectors.toSet());
    }

    private boolean holds(OrderStage stage) {
        return switch (this) {
            case OPEN -> !CLOSED.holds(stage);
            case NEW -> stage == OrderStage.SENT;
            case IN_WORK -> stage == OrderStage.ACCEPTED || stage == OrderStage.COMPOUNDING;
            case SHIPPED -> stage == OrderStage.SHIPPED;
            case CLOSED ->
                    stage == OrderStage.DELIVERED
                            || stage == OrderStage.REFUSED
                            || stage == OrderStage.CANCELED;
        };
    }
}
