package health.stillwater;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void everyRoomKeepsItsArrows() {
        ApplicationModules.of(Application.class).verify();
    }
}
