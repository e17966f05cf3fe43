package health.stillwater.portals.compliance;

import health.stillwater.audit.AuditFilter;
import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the audit trail, as it was typed.
 *
 * @param from the first day, Eastern
 * @param to the last day, Eastern
 * @param page the first is 0
 */
public record AuditForm(
        String patient, String actor, String action, String from, String to, int page) {

    /** Every person can look this far and no further. */
    private static final int LAST_PAGE = 100_000;

    static AuditForm of(
            String patient, String actor, String action, String from, String to, String page) {
        return new AuditForm(
                patient.strip(),
                actor.strip(),
                action.strip(),
                from.strip(),
                to.strip(),
                pageOf(page));
    }

    FieldErrors errors() {
        var wrong = new LinkedHashMap<String, String>();
        if (!patient.isEmpty() && patientId().isEmpty()) {
            wrong.put(
                    "patient",
                    "Enter the whole id of a patient, as it stands in a row of the trail.");
        }
        check(wrong, "from", from);
        check(wrong, "to", to);
        if (wrong.isEmpty()
                && first().isPresent()
                && last().isPresent()
                && last().get().isBefore(first().get())) {
            wrong.put("to", "The last day comes before the first.");
        }
        return new FieldErrors(wrong);
    }

    /** The question for the trail; only of a form without errors. */
    AuditFilter filter() {
        return new AuditFilter(
                patientId().map(PatientId::new).orElse(null),
                given(actor),
                given(action),
                first().map(AuditForm::begins).orElse(null),
                last().map(day -> begins(day.plusDays(1))).orElse(null),
                page);
    }

    public boolean everything() {
        return patient.isEmpty()
                && actor.isEmpty()
                && action.isEmpty()
                && from.isEmpty()
                && to.isEmpty();
    }

    private Optional<UUID> patientId() {
        try {
            return patient.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(patient));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> first() {
        return day(from);
    }

    private Optional<LocalDate> last() {
        return day(to);
    }

    private static void check(LinkedHashMap<String, String> wrong, String field, String typed) {
        if (!typed.isEmpty() && day(typed).isEmpty()) {
            wrong.put(field, "Enter a day, for example 2026-11-24.");
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Instant begins(LocalDate day) {
        return day.atStartOfDay(Moments.HOUSE).toInstant();
    }

    private static @Nullable String given(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private static int pageOf(String typed) {
        try {
            return Math.clamp(Integer.parseInt(typed), 0, LAST_PAGE);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
