package health.stillwater.portals.compliance;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Moments;
import health.stillwater.prescribing.CaseFileScope;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;

/**
 * A time, and whose decisions in it, as an officer typed it.
 *
 * @param physician an id; empty for everybody's
 * @param from the first day, Eastern
 * @param to the last day, Eastern
 */
record CaseFileForm(String physician, String from, String to) {

    FieldErrors errors() {
        var wrong = new LinkedHashMap<String, String>();
        if (!physician.isEmpty() && id().isEmpty()) {
            wrong.put("physician", "Choose a physician from the list.");
        }
        if (day(from).isEmpty()) {
            wrong.put("from", "Enter the first day, for example 2026-11-01.");
        }
        if (day(to).isEmpty()) {
            wrong.put("to", "Enter the last day, for example 2026-11-30.");
        }
        if (wrong.isEmpty() && day(to).orElseThrow().isBefore(day(from).orElseThrow())) {
            wrong.put("to", "The last day comes before the first.");
        }
        return new FieldErrors(wrong);
    }

    /** Only of a form without errors. */
    CaseFileScope scope() {
        var begins = day(from).orElseThrow().atStartOfDay(Moments.HOUSE).toInstant();
        var ends = day(to).orElseThrow().plusDays(1).atStartOfDay(Moments.HOUSE).toInstant();
        return id().<CaseFileScope>map(
                        it -> new CaseFileScope.OfPhysician(new PhysicianId(it), begins, ends))
                .orElseGet(() -> new CaseFileScope.OfTime(begins, ends));
    }

    private Optional<UUID> id() {
        try {
            return physician.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(physician));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
