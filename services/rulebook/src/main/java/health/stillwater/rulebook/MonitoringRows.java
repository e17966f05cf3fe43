package health.stillwater.rulebook;

import org.jspecify.annotations.Nullable;

/** Prescription monitoring: read in every state that matters, before this prescription. */
final class MonitoringRows {

    private MonitoringRows() {}

    /** D17. */
    static Finding reports(Matter matter) {
        var patient = matter.facts().patient();
        var prescriber = matter.facts().prescriber();
        var checks = new Checks(matter);
        var here = matter.state();
        var practice = prescriber == null ? null : prescriber.practiceState();
        report(checks, matter, here, "patient's state");
        if (practice == null || !practice.equals(here)) {
            report(checks, matter, practice, "prescriber's state");
        }
        var earlier = patient == null ? null : patient.previousStates();
        if (earlier == null) {
            return checks.unknown("states lived in during the last twelve months").finding();
        }
        for (var state : earlier) {
            if (!state.equals(here) && !state.equals(practice)) {
                report(checks, matter, state, "earlier state");
            }
        }
        return checks.finding();
    }

    private static void report(Checks checks, Matter matter, @Nullable String state, String whose) {
        if (state == null) {
            checks.unknown(whose);
            return;
        }
        var pdmp = matter.facts().pdmp();
        var report = CredentialRows.entry(pdmp == null ? null : pdmp.reports(), state);
        checks.in(state);
        if (report == null) {
            checks.unknown("monitoring report");
        } else if (checks.fresh(report.observedAt(), Freshness.Of.PDMP, "monitoring report")) {
            read(checks, matter, report);
        }
        checks.in(null);
    }

    private static void read(Checks checks, Matter matter, PdmpFacts.Report report) {
        checks.written(report.reportId(), "monitoring report numbered")
                .same(
                        report.requestId(),
                        matter.requestId(),
                        "monitoring report read for this request")
                .yes(report.documented(), "monitoring report documented");
        var role = report.reviewedByRole();
        if (role == null) {
            checks.unknown("who read the monitoring report");
        } else {
            checks.that(
                    role == PdmpFacts.ReviewerRole.PRESCRIBER
                            || role == PdmpFacts.ReviewerRole.DELEGATE,
                    "monitoring report read by the prescriber or a delegate");
        }
        if (report.reviewedAt() == null || report.reviewedAt().isAfter(matter.at())) {
            checks.unknown("time the monitoring report was read");
        }
    }

    /** D18. */
    static Finding redFlags(Matter matter) {
        var pdmp = matter.facts().pdmp();
        if (pdmp == null || pdmp.redFlags() == null) {
            return Finding.unknown("what stands out in the monitoring reports");
        }
        var checks = new Checks(matter);
        for (var flag : pdmp.redFlags()) {
            checks.yes(flag.resolved(), "red flag resolved")
                    .written(flag.note(), "red flag explained");
        }
        return checks.finding();
    }
}
