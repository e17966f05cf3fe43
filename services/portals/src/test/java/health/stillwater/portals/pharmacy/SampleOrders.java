package health.stillwater.portals.pharmacy;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.UsState;
import health.stillwater.pharmacy.OrderId;
import health.stillwater.pharmacy.OrderRow;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.OrderView;
import health.stillwater.pharmacy.PrescribedDrug;
import health.stillwater.pharmacy.Prescriber;
import health.stillwater.pharmacy.Recipient;
import health.stillwater.pharmacy.RefusalReason;
import health.stillwater.pharmacy.Rejection;
import health.stillwater.pharmacy.Shipment;
import health.stillwater.pharmacy.SignedRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order at each stage of its way, as its pharmacy sees it. */
final class SampleOrders {

    static final Instant NOW = Instant.parse("2026-11-23T19:20:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final PharmacyId MINE =
            new PharmacyId(UUID.fromString("77aa0000-0000-4000-8000-000000000001"));
    static final Actor PHARMACIST =
            new Actor(
                    Actor.Kind.PHARMACIST,
                    UUID.randomUUID(),
                    MINE.value(),
                    "Odile Marchetti, PharmD");
    static final OrderId ID = OrderId.of("5a1b7731-92f6-4b44-9a3a-0a6b0a2f7c11");
    static final String ADDRESS = "/pharmacy/orders/" + ID;

    private static final List<OrderStage> WAY =
            List.of(
                    OrderStage.PLANNED,
                    OrderStage.SENDING,
                    OrderStage.SENT,
                    OrderStage.ACCEPTED,
                    OrderStage.COMPOUNDING,
                    OrderStage.SHIPPED,
                    OrderStage.DELIVERED);

    private SampleOrders() {}

    static OrderRow row(String number, OrderStage stage) {
        return new OrderRow(
                OrderId.next(),
                number,
                stage,
                "Rosalind Teague",
                "ketamine hydrochloride (compounded)",
                UsState.FL,
                NOW.minus(Duration.ofMinutes(48)));
    }

    static OrderView order(OrderStage stage) {
        return new OrderView(
                ID,
                "SW-5A1B7731",
                stage,
                NOW.minus(Duration.ofMinutes(48)),
                drug(),
                new Recipient(
                        "Rosalind Teague",
                        LocalDate.of(1979, 3, 9),
                        "1200 Example Street, Ocala, FL 34470",
                        UsState.FL),
                new Prescriber(
                        "Imre Castellane, MD",
                        "1234567893",
                        "FC1234563",
                        "ME 104 417",
                        "77 Sample Avenue, Orlando, FL 32801"),
                new SignedRecord(
                        UUID.fromString("d3c1510a-0000-4000-8000-000000000042"),
                        41,
                        "9f2c41d07be855a3".repeat(4),
                        "stillwater.health/decisions\n58\nroot\n\n— stillwater.health/decisions seal\n"),
                shipment(stage),
                stage == OrderStage.REFUSED
                        ? new Rejection(RefusalReason.CANNOT_COMPOUND, "", NOW)
                        : null,
                next(stage),
                history(stage));
    }

    private static PrescribedDrug drug() {
        return new PrescribedDrug(
                "ketamine hydrochloride (compounded), Schedule III",
                "100 mg",
                "troche",
                "8",
                "eight",
                "Dissolve one troche under the tongue twice a week, with your sitter present.",
                28,
                0,
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2027, 5, 22));
    }

    private static @Nullable Shipment shipment(OrderStage stage) {
        if (WAY.indexOf(stage) < WAY.indexOf(OrderStage.SHIPPED)) {
            return null;
        }
        return new Shipment(
                "UPS",
                "1Z 999 AA1",
                NOW.minus(Duration.ofHours(20)),
                stage == OrderStage.DELIVERED ? NOW : null);
    }

    private static EnumSet<OrderStage> next(OrderStage stage) {
        var next = EnumSet.noneOf(OrderStage.class);
        if (stage != OrderStage.DELIVERED && stage != OrderStage.REFUSED) {
            next.add(WAY.get(WAY.indexOf(stage) + 1));
            if (stage != OrderStage.SHIPPED) {
                next.add(OrderStage.REFUSED);
            }
        }
        return next;
    }

    private static List<OrderView.Step> history(OrderStage stage) {
        var history = new ArrayList<OrderView.Step>();
        for (int step = 0; step <= WAY.indexOf(stage); step++) {
            history.add(
                    new OrderView.Step(
                            WAY.get(step),
                            NOW.minus(Duration.ofMinutes(60L - step)),
                            step < 3 ? "Stillwater" : "Odile Marchetti, PharmD"));
        }
        return history;
    }
}
