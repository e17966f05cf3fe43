package health.stillwater.portals.pharmacy;

import static health.stillwater.portals.pharmacy.SampleOrders.ADDRESS;
import static health.stillwater.portals.pharmacy.SampleOrders.CLOCK;
import static health.stillwater.portals.pharmacy.SampleOrders.ID;
import static health.stillwater.portals.pharmacy.SampleOrders.MINE;
import static health.stillwater.portals.pharmacy.SampleOrders.PHARMACIST;
import static health.stillwater.portals.pharmacy.SampleOrders.order;
import static health.stillwater.portals.pharmacy.SampleOrders.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Refusal;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.portals.shell.Desk;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderPagesTests {

    private final PharmacyOrders orders = mock(PharmacyOrders.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        desk =
                Desk.of(
                        PHARMACIST,
                        new OrderListController(orders, CLOCK),
                        new OrderController(orders, CLOCK));
        standsAt(OrderStage.SENT);
    }

    @Test
    void openOrdersStandInTheDoorsOrderWithTheirStateInAWord() {
        when(orders.countsOf(MINE))
                .thenReturn(
                        Map.of(
                                OrderStage.COMPOUNDING,
                                1L,
                                OrderStage.DELIVERED,
                                1234L,
                                OrderStage.SENT,
                                1L,
                                OrderStage.SHIPPED,
                                1L));
        when(orders.ordersOf(MINE, Shelf.OPEN.stages(), false))
                .thenReturn(
                        List.of(
                                row("SW-00000001", OrderStage.COMPOUNDING),
                                row("SW-00000003", OrderStage.SENT),
                                row("SW-00000004", OrderStage.SHIPPED)));
        when(orders.ordersOf(MINE, Shelf.CLOSED.stages(), true))
                .thenReturn(List.of(row("SW-00000002", OrderStage.DELIVERED)));
        var page = desk.read("/pharmacy");
        assertThat(page.select("tbody .sw-rowlink").eachText())
                .containsExactly("SW-00000001", "SW-00000003", "SW-00000004");
        assertThat(page.select("tbody .sw-badge").eachText())
                .containsExactly("Being compounded", "New", "Shipped");
        assertThat(page.select(".sw-title p").text()).contains("3 open, 1 of them new");
        var closed = desk.read("/pharmacy?show=closed");
        assertThat(closed.select("tbody .sw-rowlink").eachText()).containsExactly("SW-00000002");
        assertThat(closed.select("main").text()).contains("The first 1 of 1,234 are shown.");
        assertThat(page.select("main").text()).doesNotContain("are shown");
    }

    @Test
    void anEmptyListSaysWhenAnOrderComes() {
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
}
