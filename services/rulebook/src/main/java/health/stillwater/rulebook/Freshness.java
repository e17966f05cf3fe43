package health.stillwater.rulebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How old each kind of fact may be at each moment. Written as one age for all moments ({@code
 * "P30D"}), or as one by moment with the rest under {@code other}; what is not written is null, and
 * makes the fact unknown.
 */
final class Freshness {

    /** What ages, by its name in the configuration. */
    enum Of {
        ENCOUNTER("encounter"),
        LICENSE("license"),
        DEA("dea"),
        CDS("cds"),
        ORGANIZATION("organisation"),
        FLORIDA_PROFILE("floridaProfile"),
        PHARMACY("pharmacy"),
        SIGNING_ACCESS("epcs"),
        CLOCK("clock"),
        HISTORY("history"),
        PDMP("pdmp"),
        INSTRUMENTS("instruments"),
        BUDAPEST("budapest"),
        INTAKE("intake"),
        PREGNANCY("pregnancy"),
        CSSRS("cssrs"),
        VITALS("vitals"),
        MEDICATIONS("medications"),
        WEIGHT("weight"),
        SERVICES("services");

        private final String name;

        Of(String name) {
            this.name = name;
        }

        static Optional<Of> named(String name) {
            return Arrays.stream(values()).filter(kind -> kind.name.equals(name)).findAny();
        }
    }

    private final @Nullable Duration[][] ages =
            new @Nullable Duration[Of.values().length][Moment.values().length];

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Freshness(JsonNode written) {
        for (var kind : Of.values()) {
            var limit = written.path(kind.name);
            for (var moment : Moment.values()) {
                var age = limit.isString() ? limit : limit.path(moment.code());
                var text = age.isString() ? age : limit.path("other");
                ages[kind.ordinal()][moment.ordinal()] =
                        text.isString() ? Duration.parse(text.asString()) : null;
            }
        }
    }

    @Nullable Duration at(Moment moment, Of kind) {
        return ages[kind.ordinal()][moment.ordinal()];
    }
}
