package health.stillwater.portals.compliance;

import health.stillwater.licensing.CredentialRow;
import health.stillwater.portals.shell.Spans;
import health.stillwater.portals.shell.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;

/** Licenses and registrations of everybody, the first to end first. */
public record CredentialsPage(List<CredentialRow> rows, Instant now) {

    private static final int SOON = 60;

    /** Those that end at about the same time. */
    public record Group(String title, List<CredentialRow> rows) {}

    static CredentialsPage of(List<CredentialRow> rows, Instant now) {
        return new CredentialsPage(rows, now);
    }

    /** Ended, then by how soon they will; groups without a row are left out. */
    public List<Group> groups() {
        var groups = new ArrayList<Group>();
        add(groups, "Ended", days -> days < 0);
        add(groups, "Within 7 days", days -> days >= 0 && days <= 7);
        add(groups, "Within 30 days", days -> days > 7 && days <= 30);
        add(groups, "Within 60 days", days -> days > 30 && days <= 60);
        add(groups, "Within 90 days", days -> days > 60 && days <= 90);
        add(groups, "Later", days -> days > 90);
        var endless = rows.stream().filter(row -> row.daysLeft() == null).toList();
        if (!endless.isEmpty()) {
            groups.add(new Group("Without a last day", endless));
        }
        return groups;
    }

    private void add(List<Group> groups, String title, LongPredicate when) {
        var some =
                rows.stream()
                        .filter(row -> row.daysLeft() != null && when.test(left(row)))
                        .toList();
        if (!some.isEmpty()) {
            groups.add(new Group(title, some));
        }
    }

    public CredentialsPage only(Group group) {
        return new CredentialsPage(group.rows(), now);
    }

    /** {@code 14 on file: 1 ended, 2 end within 60 days}. */
    public String sums() {
        var ended = rows.stream().filter(row -> left(row) < 0).count();
        var soon = rows.stream().filter(row -> left(row) >= 0 && left(row) <= SOON).count();
        return rows.size()
                + " on file: "
                + ended
                + " ended, "
                + soon
                + " end within "
                + SOON
                + " days";
    }

    /** {@code 38 days left}, {@code Ended 2 days ago}. */
    public String ends(CredentialRow row) {
        if (row.daysLeft() == null) {
            return row.expiresOn() == null ? "No last day" : "Not known where its day ends";
        }
        var days = left(row);
        if (days < 0) {
            return "Ended " + count(-days) + " ago";
        }
        return days == 0 ? "Ends today" : count(days) + " left";
    }

    public Tone ending(CredentialRow row) {
        var days = left(row);
        return days < 0 ? Tone.STOP : days <= SOON ? Tone.WAIT : Tone.OK;
    }

    /** What the source last said. */
    public String word(CredentialRow row) {
        var status = row.status();
        return switch (status) {
            case null -> "Not checked yet";
            case NONE -> "Not found";
            case ACTIVE, EXPIRED, SUSPENDED, REVOKED, SURRENDERED ->
                    status.name().charAt(0) + status.name().substring(1).toLowerCase(Locale.ROOT);
        };
    }

    public Tone tone(CredentialRow row) {
        return switch (row.status()) {
            case null -> Tone.WAIT;
            case ACTIVE -> Tone.OK;
            case NONE, EXPIRED, SUSPENDED, REVOKED, SURRENDERED -> Tone.STOP;
        };
    }

    /** Who was asked, and how long ago. */
    public String checked(CredentialRow row) {
        var at = row.lastCheckedAt();
        return at == null
                ? "Never"
                : Spans.ago(at, now) + (row.source() == null ? "" : ", " + row.source());
    }

    /** The page of whoever holds it. */
    public String holder(CredentialRow row) {
        return HolderPage.address(row.whose());
    }

    private static long left(CredentialRow row) {
        var days = row.daysLeft();
        return days == null ? Long.MAX_VALUE : days;
    }

    private static String count(long days) {
        return days + (days == 1 ? " day" : " days");
    }
}
