package health.stillwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModularityTests {

    private static final Path PLAN =
            Path.of("src/main/resources", ApplicationModulesExporter.DEFAULT_LOCATION);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ApplicationModules rooms = ApplicationModules.of(Application.class);

    @Test
    void everyRoomKeepsItsArrows() {
        rooms.verify();
    }

    /**
     * Modulith reads this plan of the rooms in place of every class, which takes ten seconds of
     * each start on two slow cores. To write it anew: {@code -Dtest=ModularityTests -Dwrite=true}.
     */
    @Test
    void thePlanThatIsReadAtTheStartIsThatOfTheRooms() throws IOException {
        var plan = JSON.readTree(new ApplicationModulesExporter(rooms).toJson());
        if (Boolean.getBoolean("write")) {
            Files.createDirectories(PLAN.getParent());
            Files.writeString(
                    PLAN, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plan) + "\n");
        }

        var written = JSON.readTree(Files.readString(PLAN));
        assertThat(inNoOrder(written)).isEqualTo(inNoOrder(plan));
        eachStandsAfterWhatItNeeds(written);
    }

    /** Migrations run in the order of the plan. */
    private static void eachStandsAfterWhatItNeeds(JsonNode plan) {
        var before = new HashSet<String>();
        for (var room : plan.properties()) {
            for (var needed : room.getValue().required("dependencies")) {
                assertThat(before).as(room.getKey()).contains(needed.required("target").asString());
            }
            before.add(room.getKey());
        }
    }

    /** What it says, whatever stands first. */
    private static Object inNoOrder(JsonNode node) {
        if (node.isObject()) {
            var all = new TreeMap<String, Object>();
            node.properties().forEach(one -> all.put(one.getKey(), inNoOrder(one.getValue())));
            return all;
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(ModularityTests::inNoOrder)
                        .sorted(Comparator.comparing(Object::toString))
                        .toList()
                : node;
    }
}
