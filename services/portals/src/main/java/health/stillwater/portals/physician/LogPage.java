package health.stillwater.portals.physician;

import health.stillwater.prescribing.LogRow;
import health.stillwater.prescribing.MonthlyLog;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** One month's log, in the order that was asked for. */
public record LogPage(MonthlyLog log, LogRow.Order by) {

    public List<LogRow> rows() {
        return log.rows().stream().sorted(by.comparator()).toList();
    }

    /** {@code November 2026}. */
    public String month() {
        return title(log);
    }

    public static String title(MonthlyLog log) {
        return log.month().getMonth().getDisplayName(TextStyle.FULL, Locale.US)
                + " "
                + log.month().getYear();
    }

    public String address() {
        return "/physician/logs/" + log.month();
    }
}
