package health.stillwater.portals.pharmacy;

import static health.stillwater.portals.pharmacy.SampleOrders.ADDRESS;
import static health.stillwater.portals.pharmacy.SampleOrders.CLOCK;
import static health.stillwater.portals.pharmacy.SampleOrders.ID;
import static health.stillwater.portals.pharmacy.SampleOrders.MINE;
import static health.stillwater.portals.pharmacy.SampleOrders.PHARMACIST;
import static health.stillwater.portals.pharmacy.SampleOrders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import health.stillwater.kernel.Refusal;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.pharmacy.RefusalReason;
import health.stillwater.portals.shell.Desk;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

class OrderStepPagesTests {

    private final PharmacyOrders orders = mock(PharmacyOrders.class);
    private Desk desk;

    @BeforeEach
    void aDesk() {
        desk = Desk.of(PHARMACIST, new OrderController(orders, CLOCK));
        standsAt(OrderStage.SENT);
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

    private void standsAt(OrderStage stage) {
        when(orders.order(ID, MINE)).thenReturn(order(stage));
    }
}
