package health.stillwater.portals.compliance;

import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Law;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What each jurisdiction says. */
public record LawPage(Map<String, List<Law>> byJurisdiction) {

    static LawPage of(List<Law> law) {
        return new LawPage(
                law.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Law::jurisdiction,
                                        LinkedHashMap::new,
                                        Collectors.toList())));
    }

    public static String name(String jurisdiction) {
        return jurisdiction.equals("US") ? "United States" : UsState.valueOf(jurisdiction).title();
    }

    /** Whether nothing of it is in use: an example of what another state would bring. */
    public boolean example(String jurisdiction) {
        return byJurisdiction.getOrDefault(jurisdiction, List.of()).stream().noneMatch(Law::inUse);
    }
}
