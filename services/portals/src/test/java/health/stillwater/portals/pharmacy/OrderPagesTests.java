package health.stillwater.portals.pharmacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.pharmacy.OrderId;
import health.stillwater.pharmacy.OrderRow;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.OrderView;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.pharmacy.PrescribedDrug;
import health.stillwater.pharmacy.Prescriber;
import health.stillwater.pharmacy.Recipient;
import health.stillwater.pharmacy.RefusalReason;
import health.stillwater.pharmacy.Rejection;
import health.stillwater.pharmacy.Shipment;
import health.stillwater.pharmacy.SignedRecord;
import health.stillwater.portals.shell.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

class OrderPagesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T19:20:00Z");
    private static final PharmacyId MINE =
            new PharmacyId(UUID.fromString("77aa0000-0000-4000-8000-000000000001"));
    private static final OrderId ID = OrderId.of("5a1b7731-92f6-4b44-9a3a-0a6b0a2f7c11");
    private static final String ADDRESS = "/pharmacy/orders/" + ID;
    private static final List<OrderStage> WAY =
            List.of(
                    OrderStage.PLANNED,
                    OrderStage.SENDING,
                    OrderStage.SENT,
                    OrderStage.ACCEPTED,
                    OrderStage.COMPOUNDING,
                    OrderStage.SHIPPED,
                    OrderStage.DELIVERED);

    private final PharmacyOrders orders = mock(PharmacyOrders.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        desk =
                Desk.of(
                        new Actor(
                                Actor.Kind.PHARMACIST,
                                UUID.randomUUID(),
                                MINE.value(),
                                "Odile Marchetti, PharmD"),
                        new OrderListController(orders, clock),
                        new OrderController(orders, clock));
        standsAt(OrderStage.SENT);
    }

    @Test
    void openOrdersStandInTheDoorsOrderWithTheirStateInAWord() {
        when(orders.ordersOf(MINE))
                .thenReturn(
                        List.of(
                                row("SW-00000001", OrderStage.COMPOUNDING),
                                row("SW-00000002", OrderStage.DELIVERED),
                                row("SW-00000003", OrderStage.SENT),
                                row("SW-00000004", OrderStage.SHIPPED)));
        var page = desk.read("/pharmacy");
        assertThat(page.select("tbody .sw-rowlink").eachText())
                .containsExactly("SW-00000001", "SW-00000003", "SW-00000004");
        assertThat(page.select("tbody .sw-badge").eachText())
                .containsExactly("Being compounded", "New", "Shipped");
        assertThat(page.select(".sw-title p").text()).contains("3 open, 1 of them new");
        var closed = desk.read("/pharmacy?show=closed");
        assertThat(closed.select("tbody .sw-rowlink").eachText()).containsExactly("SW-00000002");
    }

    @Test
    void anEmptyListSaysWhenAnOrderComes() {
        when(orders.ordersOf(MINE)).thenReturn(List.of());
        var page = Desk.page(desk.mvc().get().uri("/pharmacy").exchange(), 200, "pharmacy-empty");
        assertThat(page.select("main h2").text()).isEqualTo("No order waits for you");
        assertThat(page.select("main table")).isEmpty();
    }

    @Test
    void oneOrderShowsAllThatFillingItNeeds() {
        var page = shown("pharmacy-order-sent");
        assertThat(page.select(".sw-sheet").text())
                .contains(
                        "ketamine hydrochloride (compounded), Schedule III",
                        "100 mg",
                        "Quantity 8 (eight)",
                        "28 days",
                        "refills 0 (zero)")
                .contains("Rosalind Teague", "March 9, 1979", "1200 Example Street", "Florida")
                .contains("Imre Castellane, MD", "1234567893", "FC1234563", "ME 104 417")
                .contains("Entry 42", "9f2c41d07be855a3");
        assertThat(page.select(".sw-barcode svg").attr("aria-label"))
                .isEqualTo("Bar code, reads SW-5A1B7731");
        assertThat(page.select(".sw-time strong").eachText())
                .contains("Received by your pharmacy", "Waits for you to accept it (now)");
    }

    @Test
    void onlyTheStepsOfItsStageAreOffered() {
        assertThat(steps()).containsExactly(ADDRESS + "/accept", ADDRESS + "/refuse");
        standsAt(OrderStage.ACCEPTED);
        assertThat(steps()).containsExactly(ADDRESS + "/compound", ADDRESS + "/refuse");
        standsAt(OrderStage.COMPOUNDING);
        assertThat(steps()).containsExactly(ADDRESS + "/ship", ADDRESS + "/refuse");
        standsAt(OrderStage.SHIPPED);
        assertThat(steps()).containsExactly(ADDRESS + "/deliver");
        standsAt(OrderStage.DELIVERED);
        assertThat(steps()).isEmpty();
    }

    @Test
    void acceptingAndCompoundingAreOnePressEach() {
        assertThat(desk.send(ADDRESS + "/accept"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(ADDRESS);
        verify(orders).accept(ID, MINE);
        assertThat(desk.send(ADDRESS + "/compound")).hasRedirectedUrl(ADDRESS);
        verify(orders).startCompounding(ID, MINE);
    }

    @Test
    void aShipmentNeedsBothAnswersAndKeepsTheOneGiven() {
        standsAt(OrderStage.COMPOUNDING);
        var page =
                Desk.page(
                        desk.send(ADDRESS + "/ship", "carrier", "UPS"), 422, "pharmacy-ship-error");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".sw-errors a").eachAttr("href")).containsExactly("#tracking");
        assertThat(page.getElementById("carrier").val()).isEqualTo("UPS");
        verify(orders, never()).ship(any(), any(), any(), any());

        assertThat(desk.send(ADDRESS + "/ship", "carrier", "UPS", "tracking", "1Z 999 AA1"))
                .hasRedirectedUrl(ADDRESS);
        verify(orders).ship(ID, MINE, "UPS", "1Z 999 AA1");
    }

    @Test
    void aDeliveryIsReadAsEasternTime() {
        standsAt(OrderStage.SHIPPED);
        assertThat(desk.send(ADDRESS + "/deliver", "day", "2026-11-23", "time", "14:05"))
                .hasRedirectedUrl(ADDRESS);
        verify(orders).deliver(ID, MINE, Instant.parse("2026-11-23T19:05:00Z"));
    }

    @Test
    void aDeliveryLiesBetweenTheShipmentAndNow() {
        standsAt(OrderStage.SHIPPED);
        var future =
                Desk.page(
                        desk.send(ADDRESS + "/deliver", "day", "2026-11-24", "time", "09:00"),
                        422,
                        "pharmacy-deliver-error");
        assertThat(future.getElementById("day-error").text()).contains("has not come yet");
        assertThat(future.getElementById("day").val()).isEqualTo("2026-11-24");
        assertThat(future.getElementById("time").val()).isEqualTo("09:00");
        var early =
                Desk.page(
                        desk.send(ADDRESS + "/deliver", "day", "2026-11-01", "time", "09:00"),
                        422,
                        "pharmacy-deliver-early");
        assertThat(early.getElementById("day-error").text()).contains("It was shipped later");
        var nothing =
                Desk.page(
                        desk.send(ADDRESS + "/deliver", "day", "soon", "time", ""),
                        422,
                        "pharmacy-deliver-nothing");
        assertThat(nothing.select(".sw-errors a").eachAttr("href"))
                .containsExactly("#day", "#time");
    }

    @Test
    void aRefusalNeedsACodedReasonAndForAnotherReasonASentence() {
        var page =
                Desk.page(
                        desk.send(ADDRESS + "/refuse", "note", "Two orders in a week"),
                        422,
                        "pharmacy-refuse-error");
        assertThat(page.select(".sw-errors a").eachAttr("href")).containsExactly("#reason");
        assertThat(page.getElementById("note").val()).isEqualTo("Two orders in a week");
        var other =
                Desk.page(
                        desk.send(ADDRESS + "/refuse", "reason", "OTHER", "note", " "),
                        422,
                        "pharmacy-refuse-other");
        assertThat(other.select(".sw-errors a").eachAttr("href")).containsExactly("#note");
        assertThat(other.select("#reason option[selected]").val()).isEqualTo("OTHER");

        assertThat(
                        desk.send(
                                ADDRESS + "/refuse",
                                "reason",
                                "CLINICAL_CONCERN",
                                "note",
                                "Dose doubled"))
                .hasRedirectedUrl(ADDRESS);
        verify(orders).refuse(ID, MINE, RefusalReason.CLINICAL_CONCERN, "Dose doubled");
    }

    @Test
    void aStepThatHasPassedIsAnsweredByASentenceAndLosesNothing() {
        standsAt(OrderStage.SHIPPED);
        doThrow(
                        new Refusal.Overtaken(
                                "Order SW-5A1B7731 is now: Shipped. Look again before you go on."))
                .when(orders)
                .refuse(any(), any(), any(), any());
        var page =
                Desk.page(
                        desk.send(
                                ADDRESS + "/refuse",
                                "reason",
                                "CLINICAL_CONCERN",
                                "note",
                                "Dose doubled since October"),
                        409,
                        "pharmacy-late");
        assertThat(page.select("[role=alert]").text())
                .contains("Nothing was changed", "is now: Shipped", "Dose doubled since October");
        var unread =
                Desk.page(
                        desk.send(ADDRESS + "/refuse", "note", "Dose doubled"),
                        409,
                        "pharmacy-late-unread");
        assertThat(unread.select("[role=alert]").text())
                .contains("is now: Shipped", "Dose doubled");
    }

    @Test
    void twoPharmacistsAtOnceAreToldSo() {
        doThrow(new ObjectOptimisticLockingFailureException("order", ID))
                .when(orders)
                .accept(ID, MINE);
        var page = Desk.page(desk.send(ADDRESS + "/accept"), 409, "pharmacy-overtaken");
        assertThat(page.select("[role=alert]").text()).contains("Someone changed this order");
    }

    @Test
    void anotherPharmacysOrderIsNotThere() {
        when(orders.order(ID, MINE)).thenThrow(new Refusal.Missing("This order"));
        doThrow(new Refusal.Missing("This order")).when(orders).accept(ID, MINE);
        assertThat(desk.mvc().get().uri(ADDRESS)).hasStatus(404);
        assertThat(desk.send(ADDRESS + "/accept")).hasStatus(404);
        assertThat(desk.send(ADDRESS + "/deliver", "day", "2026-11-23", "time", "10:00"))
                .hasStatus(404);
        assertThat(desk.send(ADDRESS + "/refuse")).hasStatus(404);
        assertThat(desk.mvc().get().uri("/pharmacy/orders/7")).hasStatus(404);
    }

    private Document shown(String name) {
        return Desk.page(desk.mvc().get().uri(ADDRESS).exchange(), 200, name);
    }

    private List<String> steps() {
        return desk.read(ADDRESS).select("main form").eachAttr("action");
    }

    private void standsAt(OrderStage stage) {
        when(orders.order(ID, MINE)).thenReturn(order(stage));
    }

    private static OrderRow row(String number, OrderStage stage) {
        return new OrderRow(
                OrderId.next(),
                number,
                stage,
                "Rosalind Teague",
                "ketamine hydrochloride (compounded)",
                UsState.FL,
                NOW.minus(Duration.ofMinutes(48)));
    }

    private static OrderView order(OrderStage stage) {
        var next = EnumSet.noneOf(OrderStage.class);
        int place = WAY.indexOf(stage);
        if (stage != OrderStage.DELIVERED && stage != OrderStage.REFUSED) {
            next.add(WAY.get(place + 1));
            if (stage != OrderStage.SHIPPED) {
                next.add(OrderStage.REFUSED);
            }
        }
        var history = new ArrayList<OrderView.Step>();
        for (int step = 0; step <= place; step++) {
            history.add(
                    new OrderView.Step(
                            WAY.get(step),
                            NOW.minus(Duration.ofMinutes(60L - step)),
                            step < 3 ? "Stillwater" : "Odile Marchetti, PharmD"));
        }
        boolean shipped = place >= WAY.indexOf(OrderStage.SHIPPED);
        return new OrderView(
                ID,
                "SW-5A1B7731",
                stage,
                NOW.minus(Duration.ofMinutes(48)),
                new PrescribedDrug(
                        "ketamine hydrochloride (compounded), Schedule III",
                        "100 mg",
                        "troche",
                        "8",
                        "eight",
                        "Dissolve one troche under the tongue twice a week, with your sitter present.",
                        28,
                        0,
                        LocalDate.of(2026, 11, 23),
                        LocalDate.of(2027, 5, 22)),
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
                        "9f2c41d07be855a3".repeat(4)),
                shipped
                        ? new Shipment(
                                "UPS",
                                "1Z 999 AA1",
                                NOW.minus(Duration.ofHours(20)),
                                stage == OrderStage.DELIVERED ? NOW : null)
                        : null,
                stage == OrderStage.REFUSED
                        ? new Rejection(RefusalReason.CANNOT_COMPOUND, "", NOW)
                        : null,
                next,
                history);
    }
}
