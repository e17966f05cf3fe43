package health.stillwater.portals.pharmacy;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.Refusal;
import health.stillwater.pharmacy.OrderId;
import health.stillwater.pharmacy.OrderStage;
import health.stillwater.pharmacy.PharmacyOrders;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order: what a pharmacist needs to fill it, and each step they take. */
@Controller
@RequestMapping("/pharmacy/orders/{order}")
class OrderController {

    private static final String FASTER =
            "Someone changed this order while you had it open. Look again before you go on.";

    private final PharmacyOrders orders;
    private final Clock clock;

    OrderController(PharmacyOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasRole('PHARMACY')")
    Screen show(@PathVariable UUID order, @Signed PharmacyId mine) {
        return Screen.of("pharmacy/order").with("view", page(order, mine));
    }

    @PostMapping("/accept")
    @PreAuthorize("hasRole('PHARMACY')")
    Screen accept(@PathVariable UUID order, @Signed PharmacyId mine, RedirectAttributes next) {
        var step = new Attempt(order, mine, OrderStage.ACCEPTED, Map.of());
        return taken(
                step,
                () -> orders.accept(new OrderId(order), mine),
                "You accepted the order.",
                next);
    }

    @PostMapping("/compound")
    @PreAuthorize("hasRole('PHARMACY')")
    Screen compound(@PathVariable UUID order, @Signed PharmacyId mine, RedirectAttributes next) {
        var step = new Attempt(order, mine, OrderStage.COMPOUNDING, Map.of());
        return taken(
                step,
                () -> orders.startCompounding(new OrderId(order), mine),
                "Compounding has begun.",
                next);
    }

    @PostMapping("/ship")
    @PreAuthorize("hasRole('PHARMACY')")
    Screen ship(
            @PathVariable UUID order,
            @RequestParam(defaultValue = "") String carrier,
            @RequestParam(defaultValue = "") String tracking,
            @Signed PharmacyId mine,
            RedirectAttributes next) {
        var errors = new ShipmentForm(carrier, tracking).errors();
        var step =
                new Attempt(
                        order,
                        mine,
                        OrderStage.SHIPPED,
                        Map.of("Carrier", carrier, "Tracking number", tracking));
        return errors.isEmpty()
                ? taken(
                        step,
                        () -> orders.ship(new OrderId(order), mine, carrier, tracking),
                        "Shipped. The patient is told.",
                        next)
                : again(step, errors);
    }

    @PostMapping("/deliver")
    @PreAuthorize("hasRole('PHARMACY')")
    Screen deliver(
            @PathVariable UUID order,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @Signed PharmacyId mine,
            RedirectAttributes next) {
        var form = new DeliveryForm(day, time);
        var step =
                new Attempt(
                        order,
                        mine,
                        OrderStage.DELIVERED,
                        Map.of("Delivered", (day + " " + time).strip()));
        var shipment = orders.order(new OrderId(order), mine).shipment();
        var errors = form.errors(shipment == null ? null : shipment.shippedAt(), clock.instant());
        return errors.isEmpty()
                ? taken(
                        step,
                        () -> orders.deliver(new OrderId(order), mine, form.at().orElseThrow()),
                        "The delivery is recorded.",
                        next)
                : again(step, errors);
    }

    @PostMapping("/refuse")
    @PreAuthorize("hasRole('PHARMACY')")
    Screen refuse(
            @PathVariable UUID order,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            @Signed PharmacyId mine,
            RedirectAttributes next) {
        var form = new RefusalForm(reason, note);
        var step = new Attempt(order, mine, OrderStage.REFUSED, Map.of("Note", note));
        var errors = form.errors();
        return errors.isEmpty()
                ? taken(
                        step,
                        () ->
                                orders.refuse(
                                        new OrderId(order), mine, form.coded().orElseThrow(), note),
                        "You refused the order. The physician has your reason and will look at it.",
                        next)
                : again(step, errors);
    }

    /** One step a pharmacist tries, and what they typed for it, by label. */
    private record Attempt(UUID order, PharmacyId mine, OrderStage to, Map<String, String> typed) {}

    private Screen taken(Attempt step, Runnable deed, String sentence, RedirectAttributes next) {
        try {
            deed.run();
        } catch (Refusal.Overtaken | Refusal.Forbidden no) {
            return stopped(step, Objects.requireNonNullElse(no.getMessage(), FASTER));
        } catch (OptimisticLockingFailureException someoneWasFaster) {
            return stopped(step, FASTER);
        }
        return Screen.go("/pharmacy/orders/" + step.order(), sentence, next);
    }

    /**
     * The form once more; or, when its step has passed meanwhile, what was typed and why it was not
     * taken.
     */
    private Screen again(Attempt step, FieldErrors errors) {
        var page = page(step.order(), step.mine());
        return page.may(step.to())
                ? Screen.again("pharmacy/order", errors).with("view", page)
                : stopped(
                        step,
                        "Order "
                                + page.order().number()
                                + " is now: "
                                + page.order().stage().title()
                                + ".");
    }

    private Screen stopped(Attempt step, String why) {
        var page = page(step.order(), step.mine());
        var typed = new LinkedHashMap<>(page.may(step.to()) ? Map.of() : step.typed());
        typed.values().removeIf(String::isBlank);
        return Screen.of("pharmacy/order")
                .with("view", page)
                .with("stopped", why)
                .with("typed", typed)
                .answering(HttpStatus.CONFLICT);
    }

    private OrderPage page(UUID order, PharmacyId mine) {
        return new OrderPage(orders.order(new OrderId(order), mine), clock.instant());
    }
}
