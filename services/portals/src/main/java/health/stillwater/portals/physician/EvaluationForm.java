package health.stillwater.portals.physician;

import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.visits.NewEvaluation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a physician says of an evaluation in person, as it was typed. */
public record EvaluationForm(
        @Nullable String on,
        @Nullable String place,
        @Nullable String others,
        @Nullable String document) {

    FieldErrors errors(LocalDate today, LocalDate born) {
        var wrong = new LinkedHashMap<String, String>();
        var day = day();
        if (day.isEmpty()) {
            wrong.put("on", "Enter the day, for example " + today + ".");
        } else if (day.get().isAfter(today)) {
            wrong.put("on", "This day has not come yet. Record the evaluation when it was held.");
        } else if (day.get().isBefore(born)) {
            wrong.put("on", "This day lies before the patient was born.");
        }
        if (text(place).isEmpty()) {
            wrong.put("place", "Say where you evaluated the patient.");
        }
        if (text(document).isEmpty()) {
            wrong.put(
                    "document",
                    "Give the number of the document. Without one the evaluation does not count.");
        }
        return new FieldErrors(wrong);
    }

    /** Only of a form without errors. */
    NewEvaluation told() {
        return new NewEvaluation(day().orElseThrow(), text(place), text(others), text(document));
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(text(on)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
