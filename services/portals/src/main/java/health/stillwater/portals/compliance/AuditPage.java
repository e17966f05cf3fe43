package health.stillwater.portals.compliance;

import health.stillwater.audit.AuditFilter;
import health.stillwater.audit.AuditRow;
import java.util.List;

/** One page of the audit trail. */
public record AuditPage(AuditForm form, List<AuditRow> rows) {

    /** {@code Rows 51 to 100, newest first}. */
    public String sums() {
        if (rows.isEmpty()) {
            return "No rows";
        }
        long before = (long) form.page() * AuditFilter.PAGE_SIZE;
        return "Rows " + (before + 1) + " to " + (before + rows.size()) + ", newest first";
    }

    public boolean newer() {
        return form.page() > 0;
    }

    public boolean older() {
        return rows.size() == AuditFilter.PAGE_SIZE;
    }

    /** What the actor is. */
    public String kind(AuditRow row) {
        return switch (row.kind()) {
            case NOBODY -> "Not signed in";
            case VISITOR -> "Visitor";
            case PATIENT -> "Patient";
            case PHYSICIAN -> "Physician";
            case PHARMACIST -> "Pharmacist";
            case BILLING -> "Billing";
            case COMPLIANCE -> "Compliance";
            case SYSTEM -> "The program";
        };
    }
}
