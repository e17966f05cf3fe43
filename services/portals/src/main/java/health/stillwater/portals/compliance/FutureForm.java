package health.stillwater.portals.compliance;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.outlook.AffectedFilter;
import health.stillwater.outlook.LookAhead;
import health.stillwater.outlook.Outlook;
import health.stillwater.outlook.Supposition;
import health.stillwater.portals.shell.FieldErrors;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, as it stands in the address. It names no patient.
 *
 * @param on the day
 * @param suppose what is supposed besides the passing of time
 * @param page the first is 0
 */
public record FutureForm(
        String on,
        String suppose,
        String row,
        String state,
        String physician,
        String pharmacy,
        int page) {

    private static final Pattern ROW = Pattern.compile("D\\d\\d");
    private static final int LAST_PAGE = 100_000;
    private static final int USUALLY_AHEAD = 30;

    static FutureForm of(Map<String, String> typed) {
        return new FutureForm(
                typed.getOrDefault("on", "").strip(),
                typed.getOrDefault("suppose", ""),
                typed.getOrDefault("row", ""),
                typed.getOrDefault("state", ""),
                typed.getOrDefault("physician", ""),
                typed.getOrDefault("pharmacy", ""),
                pageOf(typed.getOrDefault("page", "")));
    }

    /** The same, with a day filled in where none was given. */
    FutureForm or(LocalDate today) {
        return on.isEmpty()
                ? new FutureForm(
                        today.plusDays(USUALLY_AHEAD).toString(),
                        suppose,
                        row,
                        state,
                        physician,
                        pharmacy,
                        page)
                : this;
    }

    FieldErrors errors(LocalDate today) {
        var day = day();
        if (day.isEmpty()) {
            return FieldErrors.of("on", "Enter a day, for example 2027-01-01.");
        }
        var ahead =
                !day.get().isBefore(today) && !day.get().isAfter(today.plusYears(Outlook.YEARS));
        return ahead
                ? FieldErrors.none()
                : FieldErrors.of(
                        "on", "Choose today or a day within the next " + Outlook.YEARS + " years.");
    }

    /** Only of a form without errors. */
    LookAhead question() {
        return new LookAhead(day().orElseThrow(), Supposition.of(suppose));
    }

    /** What names nothing narrows nothing. */
    AffectedFilter filter() {
        return new AffectedFilter(
                ROW.matcher(row).matches() ? row : null,
                Arrays.stream(UsState.values())
                        .filter(each -> each.name().equals(state))
                        .findAny()
                        .orElse(null),
                id(physician).map(PhysicianId::new).orElse(null),
                id(pharmacy).map(PharmacyId::new).orElse(null));
    }

    public boolean narrowed() {
        return !filter().equals(AffectedFilter.everybody());
    }

    public String address() {
        return "/compliance/future" + query();
    }

    /** {@code ?on=2027-01-01&state=FL}; what is empty is left out. */
    public String query() {
        var parts = new ArrayList<String>();
        for (var part :
                List.of(
                        List.of("on", on),
                        List.of("suppose", suppose),
                        List.of("row", row),
                        List.of("state", state),
                        List.of("physician", physician),
                        List.of("pharmacy", pharmacy),
                        List.of("page", page == 0 ? "" : Integer.toString(page)))) {
            if (!part.getLast().isEmpty()) {
                parts.add(
                        part.getFirst()
                                + "="
                                + URLEncoder.encode(part.getLast(), StandardCharsets.UTF_8));
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    public FutureForm withRow(String other) {
        return new FutureForm(on, suppose, other, state, physician, pharmacy, 0);
    }

    public FutureForm withState(String other) {
        return new FutureForm(on, suppose, row, other, physician, pharmacy, 0);
    }

    public FutureForm withPhysician(String other) {
        return new FutureForm(on, suppose, row, state, other, pharmacy, 0);
    }

    public FutureForm withPharmacy(String other) {
        return new FutureForm(on, suppose, row, state, physician, other, 0);
    }

    public FutureForm withPage(int other) {
        return new FutureForm(on, suppose, row, state, physician, pharmacy, other);
    }

    public FutureForm forEverybody() {
        return new FutureForm(on, suppose, "", "", "", "", 0);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(on));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(@Nullable String typed) {
        try {
            return typed == null || typed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static int pageOf(String typed) {
        try {
            return Math.clamp(Integer.parseInt(typed), 0, LAST_PAGE);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
