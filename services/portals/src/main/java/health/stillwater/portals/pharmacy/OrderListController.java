package health.stillwater.portals.pharmacy;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The orders this pharmacist's pharmacy has. */
@Controller
class OrderListController {

    private final PharmacyOrders orders;
    private final Clock clock;

    OrderListController(PharmacyOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @GetMapping("/pharmacy")
    @PreAuthorize("hasRole('PHARMACY')")
    Screen show(@RequestParam(defaultValue = "") String show, @Signed PharmacyId mine) {
        var shelf = Shelf.of(show);
        var rows = orders.ordersOf(mine, shelf.stages(), shelf == Shelf.CLOSED);
        return Screen.of("pharmacy/orders")
                .with("view", new OrdersPage(orders.countsOf(mine), rows, shelf, clock.instant()));
    }
}
