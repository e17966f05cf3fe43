package health.stillwater.portals.billing;

import health.stillwater.billing.AccountRow;
import health.stillwater.billing.WorkRow;
import health.stillwater.portals.shell.Spans;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The accounts, and what waits for billing staff.
 *
 * @param text what was looked for; empty for everything
 */
public record AccountsPage(String text, List<AccountRow> rows, List<WorkRow> work, Instant now) {

    public boolean searched() {
        return !text.isBlank();
    }

    /** {@code 3 accounts found}. */
    public String sums() {
        return rows.size()
                + (rows.size() == 1 ? " account" : " accounts")
                + (searched() ? " found" : ", the newest first");
    }

    public String what(WorkRow row) {
        return row.what().substring(0, 1).toUpperCase(Locale.ROOT) + row.what().substring(1);
    }

    public String waiting(WorkRow row) {
        return Spans.ago(row.since(), now);
    }
}
