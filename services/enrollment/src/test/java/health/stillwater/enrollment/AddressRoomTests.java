package health.stillwater.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where parcels go is asked of the vendor again each day it matters, by task and patient alike. */
class AddressRoomTests extends EnrollmentRoom {

    @Autowired AddressDesk addresses;

    @Test
    void whoAsksAtTheSameMomentAsTheTaskIsNotTurnedAway() throws Exception {
        described();
        for (int day = 0; day < 3; day++) {
            clock.passes(Duration.ofDays(1));
            Callable<Boolean> asks = () -> as(() -> addresses.recheckNow(patient));
            try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(all.invokeAll(Collections.nCopies(8, asks)))
                        .extracting(Future::state)
                        .containsOnly(Future.State.SUCCESS);
            }
        }
    }
}
