package health.stillwater.portals.patient;

import health.stillwater.billing.InvoiceView;
import health.stillwater.pharmacy.OrderProgress;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.portals.shell.Mark;
import health.stillwater.portals.shell.Moments;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.visits.VisitView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells one request from its beginning to what is still to come. At most one mark is "now". */
final class Timeline {

    private final Journey journey;
    private final List<Mark> marks = new ArrayList<>();
    private boolean here;

    private Timeline(Journey journey) {
        this.journey = journey;
    }

    static List<Mark> of(Journey journey) {
        return new Timeline(journey).tell();
    }

    private List<Mark> tell() {
        if (journey.next()) {
            asking();
        } else {
            joining();
        }
        journey.heldVisit().ifPresentOrElse(this::visited, this::visiting);
        journey.decision().ifPresentOrElse(this::decided, this::deciding);
        if (!journey.declined() && !journey.stopped()) {
            if (!journey.next()) {
                paying();
            }
            journey.order().ifPresentOrElse(this::ordered, this::ordering);
        }
        return List.copyOf(marks);
    }

    private void asking() {
        happened("You asked for your next supply", journey.enrollment().begunAt(), null);
        if (journey.enrolled()) {
            happened("You told us how you are now", null, null);
        } else {
            ahead("You tell us how you are now", "The same questions as at the start.");
        }
    }

    private void joining() {
        happened("You opened an account", journey.enrollment().begunAt(), null);
        if (journey.enrolled()) {
            happened("You told us about yourself and signed the forms", null, null);
        } else {
            ahead(
                    "You tell us about yourself",
                    "Who you are, the forms, and a card that is charged nothing.");
        }
    }

    private void visited(VisitView visit) {
        happened("Video visit with " + visit.physicianName(), visit.finishedAt(), null);
    }

    private void visiting() {
        ahead(
                "Video visit",
                journey.comingVisit().map(Timeline::coming).orElse("At a time you choose."));
    }

    private static String coming(VisitView visit) {
        return "With "
                + visit.physicianName()
                + ", "
                + Moments.full(visit.startsAt(), visit.zone())
                + ".";
    }

    private void decided(DecisionView signed) {
        var title =
                switch (signed.verdict()) {
                    case APPROVE -> "Approved";
                    case DECLINE -> "Declined; nothing " + more() + "is charged";
                    case REFER -> "Referred to a clinic; nothing " + more() + "is charged";
                    case RENEW -> "Renewed";
                    case CHANGE -> "Changed";
                    case STOP -> "Stopped; nothing more is sent";
                };
        happened(title, signed.signedAt(), "Signed by " + signed.physicianName() + ".");
    }

    private String more() {
        return journey.next() ? "more " : "";
    }

    private void deciding() {
        ahead("A physician decides", "You will read the decision here, with its reason.");
    }

    private void paying() {
        if (journey.order().isPresent() || !journey.plan().chargedNothing()) {
            happened("First month paid", firstPaid(), null);
        } else {
            ahead("First payment", "Only after a physician has approved.");
        }
    }

    private @Nullable Instant firstPaid() {
        return journey.plan().invoices().stream()
                .map(InvoiceView::paidAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void ordering() {
        ahead("The pharmacy has the order", "Only once the pharmacy itself has said so.");
        ahead("On its way to you", "An adult must sign for it at your door.");
        ahead("Delivered", null);
    }

    private void ordered(OrderProgress order) {
        if (order.stage() == OrderStage.WITHDRAWN || order.stage() == OrderStage.CANCELED) {
            ahead("The order was ended", order.words());
            return;
        }
        if (order.stage() == OrderStage.REFUSED) {
            ahead("The pharmacy could not fill the order", order.words());
            return;
        }
        if (!order.stage().atThePharmacy()) {
            ahead("The pharmacy has the order", order.words());
        } else {
            happened(
                    "The pharmacy has the order",
                    null,
                    "Order " + order.number() + ", " + order.pharmacyName() + ".");
        }
        travels(order);
    }

    private void travels(OrderProgress order) {
        var shipment = order.shipment();
        if (shipment == null) {
            ahead("The pharmacy prepares it", order.stage().atThePharmacy() ? order.words() : null);
        } else {
            var parcel = shipment.carrier() + ", tracking number " + shipment.tracking() + ".";
            happened("Prepared and handed to the carrier", shipment.shippedAt(), parcel);
        }
        if (order.stage() == OrderStage.DELIVERED) {
            happened("Delivered", shipment == null ? order.since() : shipment.deliveredAt(), null);
        } else {
            ahead("On its way to you", "An adult must sign for it at your door.");
            ahead("Delivered", null);
        }
    }

    private void happened(String title, @Nullable Instant at, @Nullable String note) {
        marks.add(Mark.done(title, at, note));
    }

    /** The first thing ahead is where we are. */
    private void ahead(String title, @Nullable String note) {
        marks.add(here ? Mark.toCome(title, note) : Mark.now(title, note));
        here = true;
    }
}
