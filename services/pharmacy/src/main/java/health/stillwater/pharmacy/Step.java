package health.stillwater.pharmacy;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One stage an order passed, as it is kept. */
@Embeddable
record Step(@Enumerated(EnumType.STRING) OrderStage stage, Instant at, String byWhom) {

    OrderView.Step view() {
        return new OrderView.Step(stage, at, byWhom);
    }
}
