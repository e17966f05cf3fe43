package health.stillwater.dev;

import health.stillwater.checkins.CheckIns;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.keycloak.DemoPerson;
import health.stillwater.pharmacy.OrderProgress;
import health.stillwater.pharmacy.PharmacyOrders;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** What the pharmacy does with an order, up to the patient's door. */
final class Filling {

    private final PharmacyOrders orders;
    private final CheckIns checkIns;
    private final Clock clock;

    Filling(PharmacyOrders orders, CheckIns checkIns, Clock clock) {
        this.orders = orders;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    /** Fills the patient's order, ships it, and delivers it; then the first check-in is planned. */
    void fills(Newcomer patient, DemoPerson pharmacist) throws Exception {
        var workplace = new PharmacyId(Objects.requireNonNull(pharmacist.pharmacy()));
        var me = Acts.actor(patient.person());
        var working = Acts.actor(pharmacist);
        Acts.until(
                "the order at the pharmacy",
                () -> order(patient).filter(order -> order.stage().atThePharmacy()).isPresent());
        var id = order(patient).orElseThrow().id();
        var done = false;
        while (!done) {
            var stage = order(patient).orElseThrow().stage();
            switch (stage) {
                case SENT -> Acts.does(working, () -> orders.accept(id, workplace));
                case ACCEPTED -> Acts.does(working, () -> orders.startCompounding(id, workplace));
                case COMPOUNDING ->
                        Acts.does(
                                working,
                                () -> orders.ship(id, workplace, "UPS", "1Z999AA10123456784"));
                case SHIPPED ->
                        Acts.does(working, () -> orders.deliver(id, workplace, clock.instant()));
                case DELIVERED -> done = true;
                case PLANNED, HELD, SENDING, SENT_UNKNOWN, REFUSED ->
                        throw new IllegalStateException("the order is: " + stage.title());
            }
        }
        Acts.until(
                "the first check-in",
                () -> Acts.as(me, () -> checkIns.of(patient.id())).next() != null);
    }

    private Optional<OrderProgress> order(Newcomer patient) throws Exception {
        return Acts.as(Acts.actor(patient.person()), () -> orders.of(patient.id())).stream()
                .findFirst();
    }
}
