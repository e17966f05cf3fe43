package health.stillwater.portals.pharmacy;

import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.OrderView;
import health.stillwater.pharmacy.RefusalReason;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.Mark;
import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One order, as the pharmacist who fills it reads it. */
public record OrderPage(OrderView order, Instant now) {

    public String address() {
        return "/pharmacy/orders/" + order.id();
    }

    public BarCode barCode() {
        return BarCode.of(order.number());
    }

    public Tone tone() {
        return OrdersPage.tone(order.stage());
    }

    public String since() {
        return Spans.ago(order.since(), now);
    }

    public boolean may(OrderStage next) {
        return order.next().contains(next);
    }

    public List<Choice> reasons() {
        return Arrays.stream(RefusalReason.values())
                .map(reason -> Choice.of(reason.name(), reason.title()))
                .toList();
    }

    /** What happened to the order, oldest first, and what is left to do. */
    public List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        order.history()
                .forEach(
                        step ->
                                marks.add(
                                        Mark.done(
                                                past(step.stage()), step.at(), "By " + step.by())));
        switch (order.stage()) {
            case SENT -> marks.add(Mark.now("Waits for you to accept it", null));
            case ACCEPTED -> marks.add(Mark.now("Waits to be compounded", null));
            case COMPOUNDING -> marks.add(Mark.now("Waits to be shipped", null));
            case SHIPPED ->
                    marks.add(
                            Mark.now(
                                    "On its way to the patient",
                                    "Record the delivery when the carrier confirms it."));
            case PLANNED, HELD, SENDING, SENT_UNKNOWN, DELIVERED, REFUSED, WITHDRAWN, CANCELED -> {}
        }
        return marks;
    }

    private static String past(OrderStage stage) {
        return switch (stage) {
            case PLANNED -> "Order made from the signed prescription";
            case HELD -> "Held by Stillwater for a required check";
            case SENDING -> "Sent to your pharmacy";
            case SENT_UNKNOWN -> "No answer; your pharmacy was asked again";
            case SENT -> "Received by your pharmacy";
            case ACCEPTED -> "Accepted";
            case COMPOUNDING -> "Compounding began";
            case SHIPPED -> "Shipped";
            case DELIVERED -> "Delivered";
            case REFUSED -> "Refused";
            case WITHDRAWN -> "Withdrawn by the physician before it was sent";
            case CANCELED -> "Canceled by the physician: do not dispense";
        };
    }
}
