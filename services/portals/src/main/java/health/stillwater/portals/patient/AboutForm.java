package health.stillwater.portals.patient;

import health.stillwater.enrollment.Profile;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.shell.FieldErrors;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a patient types about themselves.
 *
 * @param previousStates {@code none}, a state, or empty when not answered
 * @param anotherState one more, when there was one more
 * @param thirdState and one more
 */
public record AboutForm(
        @Nullable String name,
        @Nullable String month,
        @Nullable String day,
        @Nullable String year,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String postalCode,
        @Nullable String countyFips,
        @Nullable String zone,
        @Nullable String previousStates,
        @Nullable String anotherState,
        @Nullable String thirdState) {

    /** The fields in the order they stand on the page; errors are read in the same order. */
    private static final List<String> ORDER =
            List.of(
                    "name",
                    "dateOfBirth",
                    "sex",
                    "phone",
                    "line1",
                    "line2",
                    "city",
                    "postalCode",
                    "countyFips",
                    "zone",
                    "previousStates");

    Profile profile() {
        return new Profile(
                text(name),
                dateOfBirth(),
                text(phone),
                text(line1),
                text(line2),
                text(city),
                text(postalCode),
                text(countyFips),
                blank(zone) ? null : zone,
                text(sex),
                states());
    }

    /** What the door found wrong, under the names of our fields. */
    static FieldErrors errors(Map<String, String> found) {
        var sentences = new LinkedHashMap<String, String>();
        for (var field : ORDER) {
            var sentence = found.get(field);
            if (sentence != null) {
                sentences.put(field.equals("dateOfBirth") ? "month" : field, sentence);
            }
        }
        found.forEach(
                (field, sentence) -> {
                    if (!ORDER.contains(field)) {
                        sentences.put(field, sentence);
                    }
                });
        return new FieldErrors(sentences);
    }

    private @Nullable LocalDate dateOfBirth() {
        try {
            return LocalDate.of(
                    Integer.parseInt(text(year).strip()),
                    Integer.parseInt(text(month).strip()),
                    Integer.parseInt(text(day).strip()));
        } catch (NumberFormatException | DateTimeException noDate) {
            return null;
        }
    }

    private @Nullable Set<UsState> states() {
        if (blank(previousStates)) {
            return null;
        }
        return Stream.of(text(previousStates), text(anotherState), text(thirdState))
                .flatMap(
                        name ->
                                Arrays.stream(UsState.values())
                                        .filter(state -> state.name().equals(name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
