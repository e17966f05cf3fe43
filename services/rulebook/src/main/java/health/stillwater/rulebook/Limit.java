package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How old a fact may be: one age for all moments ({@code "P30D"}), or one by moment with the rest
 * under {@code other}.
 */
final class Limit {

    private final Map<Moment, Duration> ages = new EnumMap<>(Moment.class);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Limit(JsonNode written) {
        for (var moment : Moment.values()) {
            var age = written.isString() ? written : written.path(moment.code());
            var text = age.isString() ? age : written.path("other");
            if (text.isString()) {
                ages.put(moment, Duration.parse(text.asString()));
            }
        }
    }

    @Nullable Duration at(Moment moment) {
        return ages.get(moment);
    }
}
