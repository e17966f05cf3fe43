package health.stillwater.portals.compliance;

import health.stillwater.rulebook.RowDraft;
import health.stillwater.rulebook.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of a row's next version, as it was typed. */
record RowForm(
        @Nullable String effectiveOn,
        @Nullable String validTo,
        @Nullable String asked,
        @Nullable String condition,
        @Nullable String authority,
        @Nullable String evidence,
        @Nullable String counselStatus,
        @Nullable String patient,
        @Nullable String prescriber,
        @Nullable String operations,
        @Nullable String reason) {

    /** What cannot even be read, by field. */
    Map<String, String> unreadable() {
        var wrong = new LinkedHashMap<String, String>();
        if (day(text(effectiveOn)) == null) {
            wrong.put("effectiveOn", "Enter the first day, such as 2027-01-01");
        }
        if (!text(validTo).isEmpty() && day(text(validTo)) == null) {
            wrong.put("validTo", "Enter the last day, such as 2027-12-31, or leave it empty");
        }
        if (!text(asked).equals("yes") && !text(asked).equals("no")) {
            wrong.put("asked", "Say whether the row is asked");
        }
        return wrong;
    }

    RowDraft draft(String row) {
        return new RowDraft(
                row,
                Objects.requireNonNull(day(text(effectiveOn)), "a form that cannot be read"),
                day(text(validTo)),
                text(asked).equals("yes"),
                text(condition),
                text(authority),
                text(evidence),
                text(counselStatus),
                new Words(text(patient), text(prescriber), text(operations)),
                text(reason));
    }

    static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
