package health.stillwater.rulebook;

import java.util.List;

/**
 * What the program owes: payment and refund, the claim, the rules themselves, the services it leans
 * on, holds.
 */
final class ProgramRows {

    private ProgramRows() {}

    /** D34. */
    static Finding payment(Matter matter) {
        var payment = matter.facts().payment();
        if (payment == null) {
            return Finding.unknown("payment");
        }
        var checks = new Checks(matter);
        if (payment.status() == null) {
            checks.unknown("payment");
        } else {
            checks.that(
                    switch (payment.status()) {
                        case AUTHORISED, PAID -> true;
                        case FAILED, NONE -> false;
                    },
                    "payment authorized or made");
        }
        return checks.no(payment.openDispute(), "no open dispute")
                .yes(payment.refundRuleLoaded(), "refund rule loaded")
                .finding();
    }

    /** D35. */
    static Finding claim(Matter matter) {
        var claim = matter.facts().claim();
        if (claim == null) {
            return Finding.unknown("claim");
        }
        var checks =
                new Checks(matter)
                        .same(
                                claim.relationship(),
                                ClaimFacts.Relationship.NONE,
                                "prescriber and patient unrelated");
        if (matter.moment() != Moment.CLAIM && matter.moment() != Moment.SIGNING) {
            return checks.finding();
        }
        var holders = claim.activeClaimants();
        if (holders == null) {
            checks.unknown("who holds the claim");
        } else {
            checks.that(holders.size() == 1, "exactly one holder of the claim");
            if (holders.size() == 1) {
                checks.same(
                        holders.getFirst(), matter.prescriberId(), "claim held by this prescriber");
            }
        }
        if (claim.expiresAt() == null) {
            checks.unknown("end of the claim");
        }
        return checks.notYet(claim.expiresAt(), "claim not ended")
                .no(claim.selfAssignedOutsideRules(), "claim taken within the rules")
                .finding();
    }

    /** D36. Being out of date is not knowing; being unapproved is a no. */
    static Finding rules(Matter matter) {
        var pack = matter.facts().rulePack();
        if (pack == null) {
            return Finding.unknown("state of the rules");
        }
        var checks =
                new Checks(matter)
                        .same(pack.status(), RulePackFacts.Status.ACTIVE, "rules active")
                        .yes(pack.testsGreen(), "rules tested");
        var approvers = pack.approvedBy();
        if (approvers == null) {
            checks.unknown("who approved the rules");
        } else {
            checks.that(twoPersons(approvers), "rules approved by two persons");
        }
        var active = pack.activeVersion();
        if (active == null || !active.equals(pack.evaluatedVersion())) {
            checks.unknown("whether these are the rules in force");
        }
        var verified = pack.lastVerifiedOn();
        var today = matter.federalToday();
        var days = matter.rules().rulePackDays();
        if (verified == null || today == null || days == null) {
            checks.unknown("day the rules were last verified");
        } else if (verified.isAfter(today) || verified.plusDays(days).isBefore(today)) {
            checks.unknown(
                    "rules verified on "
                            + verified
                            + ", good for "
                            + days
                            + " days; their state now");
        }
        return checks.finding();
    }

    private static boolean twoPersons(List<String> approvers) {
        for (var approver : approvers) {
            if (!approver.equals(approvers.getFirst())) {
                return true;
            }
        }
        return false;
    }

    /** D37. A service that is not up leaves us not knowing; it never says no. */
    static Finding services(Matter matter) {
        var needed = matter.rules().services();
        var services = matter.facts().services();
        if (needed == null || services == null) {
            return Finding.unknown("external checks");
        }
        var checks = new Checks(matter);
        for (var name : needed) {
            var service = services.get(name);
            if (service == null || service.status() == null) {
                checks.unknown("service " + name);
            } else if (checks.fresh(service.observedAt(), Freshness.Of.SERVICES, name)
                    && service.status() != ServiceFacts.Status.UP) {
                checks.unknown(
                        "service "
                                + name
                                + " is "
                                + Ages.plain(service.status())
                                + "; its answers");
            }
        }
        return checks.finding();
    }

    /** D38. */
    static Finding workload(Matter matter) {
        var prescriber = matter.facts().prescriber();
        var workload = prescriber == null ? null : prescriber.workload();
        if (workload == null) {
            return Finding.unknown("workload");
        }
        var most = matter.rules().maxPrescriptionsPerDay();
        var checks =
                new Checks(matter)
                        .atLeast(
                                workload.visitMinutes(),
                                matter.rules().minVisitMinutes(),
                                "visit long enough")
                        .atMost(
                                workload.issuedToday(),
                                most == null ? null : (Integer) (most - 1),
                                "fewer prescriptions today than the most")
                        .no(workload.financialTargetShown(), "no financial target shown");
        if (workload.approvalRateOutlier() == null) {
            checks.unknown("whether the approvals stand out");
        } else if (workload.approvalRateOutlier()) {
            var reviewed = workload.outlierReviewedAt();
            checks.that(
                    reviewed != null && !reviewed.isAfter(matter.at()),
                    "outlying approvals reviewed");
        }
        return checks.finding();
    }

    /** D39. */
    static Finding holds(Matter matter) {
        var holds = matter.facts().holds();
        if (holds == null) {
            return Finding.unknown("holds");
        }
        var checks = new Checks(matter);
        for (var hold : holds) {
            var placed = hold.placedAt();
            var released = hold.releasedAt();
            if (placed == null) {
                checks.unknown("when a hold was placed");
            } else if (!placed.isAfter(matter.at())
                    && (released == null || matter.at().isBefore(released))) {
                checks.that(false, hold.about() == null ? "no hold" : "no hold: " + hold.about());
            }
        }
        return checks.finding();
    }

    /** D40. */
    static Finding signingApplication(Matter matter) {
        var application = matter.facts().epcsApplication();
        if (application == null) {
            return Finding.unknown("signing application");
        }
        var today = matter.federalToday();
        return new Checks(matter)
                .no(application.nonComplianceNoticeOpen(), "no notice of non-compliance open")
                .notAfter(
                        today == null ? null : today.minusDays(1),
                        application.incidentReportReviewedFor(),
                        "yesterday's incident report read")
                .finding();
    }

    /** D44. */
    static Finding refund(Matter matter) {
        var refund = matter.facts().refund();
        if (refund == null || refund.finalFail() == null) {
            return Finding.unknown("whether the request was finally refused");
        }
        if (!refund.finalFail()) {
            return Finding.PASS;
        }
        var checks = new Checks(matter);
        if (refund.status() == null) {
            return checks.unknown("refund").finding();
        }
        return checks.that(
                        switch (refund.status()) {
                            case REQUESTED, SUCCEEDED -> true;
                            case NONE, FAILED -> false;
                        },
                        "refund under way")
                .finding();
    }
}
