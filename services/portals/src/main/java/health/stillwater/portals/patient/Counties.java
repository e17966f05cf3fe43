package health.stillwater.portals.patient;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.County;
import health.stillwater.rulebook.Rulebook;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The counties a patient may live in, or be in: those of the states we serve. */
@Component
class Counties {

    private final Rulebook rulebook;

    Counties(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    List<County> served() {
        return Arrays.stream(UsState.values())
                .filter(rulebook::launched)
                .flatMap(state -> rulebook.counties(state).stream())
                .toList();
    }
}
