package health.stillwater.portals.patient;

import health.stillwater.enrollment.Profile;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.Choice;
import health.stillwater.rulebook.County;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page about the patient shows.
 *
 * @param known what they told us before, by field
 * @param zones to choose from, when their county has two; else empty
 */
public record AboutView(Map<String, String> known, List<Choice> counties, List<Choice> zones) {

    static AboutView of(
            @Nullable Profile profile, List<County> counties, @Nullable String countyTyped) {
        var fips = countyTyped == null && profile != null ? profile.countyFips() : countyTyped;
        return new AboutView(
                profile == null ? Map.of() : known(profile),
                counties.stream().map(AboutView::choice).toList(),
                zones(counties, fips));
    }

    public String known(String field) {
        return known.getOrDefault(field, "");
    }

    /** What may stand on the document. */
    public static List<Choice> sexes() {
        return List.of(Choice.of("F", "Female"), Choice.of("M", "Male"), Choice.of("X", "X"));
    }

    public static List<Choice> states() {
        return Arrays.stream(UsState.values())
                .map(state -> Choice.of(state.name(), state.title()))
                .toList();
    }

    /** Every state, and first the answer that there was none. */
    public static List<Choice> previous() {
        return Stream.concat(Stream.of(Choice.of("none", "No, I did not")), states().stream())
                .toList();
    }

    static Choice choice(County county) {
        return Choice.of(county.fips(), county.name() + ", " + county.state().title());
    }

    private static List<Choice> zones(List<County> counties, @Nullable String fips) {
        return counties.stream()
                .filter(county -> county.fips().equals(fips) && county.zones().size() > 1)
                .flatMap(county -> county.zones().stream())
                .map(zone -> Choice.of(zone.getId(), named(zone)))
                .toList();
    }

    private static String named(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, Locale.US);
    }

    private static Map<String, String> known(Profile profile) {
        var born = profile.dateOfBirth();
        var previous = profile.previousStates();
        return Map.ofEntries(
                Map.entry("name", profile.name()),
                Map.entry("month", born == null ? "" : String.valueOf(born.getMonthValue())),
                Map.entry("day", born == null ? "" : String.valueOf(born.getDayOfMonth())),
                Map.entry("year", born == null ? "" : String.valueOf(born.getYear())),
                Map.entry("sex", profile.sex() == null ? "" : profile.sex()),
                Map.entry("phone", profile.phone()),
                Map.entry("line1", profile.line1()),
                Map.entry("line2", profile.line2()),
                Map.entry("city", profile.city()),
                Map.entry("postalCode", profile.postalCode()),
                Map.entry("countyFips", profile.countyFips()),
                Map.entry("zone", profile.zone() == null ? "" : profile.zone()),
                Map.entry(
                        "previousStates",
                        previous != null && previous.isEmpty() ? "none" : state(previous, 0)),
                Map.entry("anotherState", state(previous, 1)),
                Map.entry("thirdState", state(previous, 2)));
    }

    private static String state(@Nullable Set<UsState> states, int at) {
        return states == null
                ? ""
                : states.stream().map(Enum::name).sorted().skip(at).findFirst().orElse("");
    }
}
