package health.stillwater.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A country with some states and some licenses, and requests to judge in it: the first shared case,
 * moved to a random state, of a random physician. When it is spoiled, most requests have one to
 * three things wrong with them or with their physician.
 */
final class World {

    static final int REQUESTS = 64;

    /** The twelve rows whose answer depends on the state the patient is in. */
    static final Set<String> JURISDICTION =
            Set.of(
                    "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10", "D14", "D17", "D32",
                    "D33");

    private static final List<String> STATES =
            List.of(
                    ("FL NJ AL AK AZ AR CA CO CT DE DC GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO"
                                    + " MT NE NV NH NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI"
                                    + " WY")
                            .split(" "));

    private final boolean spoiled;
    final Instant at;
    final List<String> states;
    final ObjectNode rules;
    final Map<String, PrescriberFacts> physicians = new HashMap<>();
    final List<Request> requests = new ArrayList<>();

    /** Facts without their prescriber, who is looked up. */
    record Request(String physician, Facts rest) {

        Facts facts(Map<String, PrescriberFacts> physicians) {
            return rest.with(Objects.requireNonNull(physicians.get(physician)));
        }
    }

    World(int states, int licenses, boolean spoiled, long seed) {
        var file = cases();
        var base = file.required("cases").get(0);
        this.at = OffsetDateTime.parse(base.required("at").asString()).toInstant();
        this.states = STATES.subList(0, states);
        this.rules = rules((ObjectNode) file.required("configuration"));
        var random = new Random(seed);
        this.spoiled = spoiled;
        for (var i = 0; i < licenses; i++) {
            var id = "pr-" + i;
            physicians.put(id, physician(base, id, this.states.get(i % states), random));
        }
        for (var i = 0; i < REQUESTS; i++) {
            requests.add(request(base, random));
        }
    }

    private ObjectNode rules(ObjectNode rules) {
        var tracks = (ObjectNode) rules.required("tracks");
        var content = (ObjectNode) rules.required("contentFields");
        for (var i = 0; i < states.size(); i++) {
            var state = states.get(i);
            launched(rules).add(state);
            ((ObjectNode) rules.required("stateZones")).put(state, "America/New_York");
            ((ObjectNode) rules.required("licenseTypes")).putArray(state).add("md").add("do");
            ((ObjectNode) rules.required("painStandards"))
                    .putObject(state)
                    .put("visitMonths", 3)
                    .put("urineDrugScreenMonths", i % 2 == 0 ? null : (Integer) 12);
            tracks.putObject(state)
                    .put("depression", "enabled")
                    .put("crps", i % 3 == 0 ? "enabled" : "blocked");
            content.putArray(state).add(i % 2 == 0 ? "quantityWords" : "prescriberLicense");
            if (i % 4 == 1) {
                ((ArrayNode) rules.required("cdsStates")).add(state);
            }
            if (i % 5 == 1) {
                ((ArrayNode) rules.required("organisationRegistrationStates")).add(state);
            }
        }
        return rules;
    }

    private static ArrayNode launched(ObjectNode rules) {
        return (ArrayNode) rules.required("launchedStates");
    }

    private PrescriberFacts physician(JsonNode base, String id, String state, Random random) {
        var written = (ObjectNode) base.required("facts").required("prescriber").deepCopy();
        written.put("id", id).put("practiceState", state);
        var license = moved(written, "licenses", state);
        var dea = moved(written, "deaRegistrations", state);
        var cds =
                written.putObject("cdsRegistrations")
                        .putObject(state)
                        .put("number", "D1")
                        .put("status", "active")
                        .put("addressState", state)
                        .put("expiresOn", "2027-01-01")
                        .put("observedAt", at.minusSeconds(3600).toString());
        var profile =
                written.putObject("floridaProfile")
                        .put("controlledSubstanceDesignation", true)
                        .put("observedAt", at.minusSeconds(3600).toString());
        switch (spoiled ? random.nextInt(16) : 16) {
            case 0 -> license.put("status", "suspended");
            case 1 -> license.put("encumbered", true);
            case 2 -> license.put("expiresOn", "2026-06-09");
            case 3 -> license.put("observedAt", at.minusSeconds(86_401).toString());
            case 4 -> license.put("suspendedFrom", at.toString());
            case 5 -> license.put("type", "telehealth_registrant");
            case 6 -> dea.put("number", "BW1388567");
            case 7 -> dea.putArray("schedules").add("2");
            case 8 -> cds.put("addressState", "ZZ");
            case 9 -> profile.put("controlledSubstanceDesignation", false);
            default -> license.put("number", id);
        }
        return Canonical.read(written, PrescriberFacts.class);
    }

    private static ObjectNode moved(ObjectNode owner, String map, String state) {
        var all = (ObjectNode) owner.required(map);
        var one = (ObjectNode) all.required("FL");
        owner.putObject(map).set(state, one);
        return one;
    }

    private Request request(JsonNode base, Random random) {
        var physician = "pr-" + random.nextInt(physicians.size());
        var home =
                Objects.requireNonNull(
                        Objects.requireNonNull(physicians.get(physician)).practiceState());
        var facts = (ObjectNode) base.required("facts").deepCopy();
        facts.remove("prescriber");
        ((ObjectNode) facts.required("location")).put("state", home);
        ((ObjectNode) facts.required("delivery").required("address")).put("state", home);
        moved((ObjectNode) facts.required("pharmacy"), "registrations", home);
        moved((ObjectNode) facts.required("pdmp"), "reports", home);
        ((ObjectNode) facts.required("organisation"))
                .putObject("registrations")
                .putObject(home)
                .put("status", "active")
                .put("expiresOn", "2027-01-01")
                .put("observedAt", at.minusSeconds(3600).toString());
        ((ObjectNode) facts.required("prescription").required("content"))
                .put("prescriberLicense", "1");
        ((ObjectNode) facts.required("clinical"))
                .putObject("painStandards")
                .put("physicalExamDocumented", true)
                .put("treatmentPlanDocumented", true)
                .put("agreementSigned", true)
                .put("lastVisitOn", "2026-05-01")
                .put("urineDrugScreenOn", "2026-01-01");
        for (var mistakes = spoiled ? random.nextInt(3) : 0; mistakes > 0; mistakes--) {
            Mistakes.make(facts, home, at, random);
        }
        return new Request(physician, Canonical.read(facts, Facts.class));
    }

    /** All rows, or those that depend on the state, each asked at every moment. */
    Pack pack(boolean jurisdictionOnly) {
        var rows =
                Stream.of(Predicate.values())
                        .filter(row -> !jurisdictionOnly || JURISDICTION.contains(row.name()))
                        .map(row -> new Row(view(row.name()), ZoneOffset.UTC))
                        .toList();
        return new Pack("bench", rules, rows);
    }

    private static RowView view(String id) {
        return new RowView(
                id,
                1,
                "US",
                "",
                EnumSet.allOf(Moment.class),
                "LAW",
                LocalDate.EPOCH,
                null,
                "",
                "",
                "",
                LocalDate.EPOCH,
                true,
                new Words("", "", ""));
    }

    private static JsonNode cases() {
        try (InputStream file = World.class.getResourceAsStream("cases.json")) {
            var bytes = Objects.requireNonNull(file).readAllBytes();
            return Canonical.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
