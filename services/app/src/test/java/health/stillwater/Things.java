package health.stillwater;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What addresses name.
 *
 * @param names by the place where it stands in a path: {@code {request}}, or {@code signings/{id}}
 * @param assessment the one this browser holds
 */
record Things(Map<String, String> names, String assessment) {

    /** The questions are everybody's; whose the assessment is decides. */
    private static final String A_QUESTION = "state";

    /** Things in the same places that are nobody's. */
    Things nobodys() {
        var none = UUID.randomUUID().toString();
        var nothing =
                names.keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        place -> place,
                                        place -> place.replaceFirst("\\{\\w+}", none)));
        return new Things(nothing, none);
    }

    Things with(String otherAssessment) {
        return new Things(names, otherAssessment);
    }

    /** These, but what a path names last is theirs; so is the browser's assessment. */
    Things exceptTheLast(String path, Things theirs) {
        var mixed = new HashMap<>(names);
        last(path).ifPresent(place -> mixed.put(place, theirs.names().getOrDefault(place, "")));
        return new Things(mixed, theirs.assessment());
    }

    String address(String path) {
        var address = path.replace("{key}", A_QUESTION);
        for (var name : names.entrySet()) {
            address = address.replace(name.getKey(), name.getValue());
        }
        if (address.contains("{")) {
            throw new IllegalStateException("Practices has nothing for " + path);
        }
        return address;
    }

    private Optional<String> last(String path) {
        return names.keySet().stream()
                .filter(path::contains)
                .max(Comparator.comparing(path::indexOf));
    }
}
