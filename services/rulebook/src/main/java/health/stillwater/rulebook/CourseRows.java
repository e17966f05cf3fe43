package health.stillwater.rulebook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The course of the treatment so far: what followed the sessions, what it came to. */
final class CourseRows {

    private CourseRows() {}

    /** D29. */
    static Finding followUp(Matter matter) {
        var clinical = matter.facts().clinical();
        var followUp = clinical == null ? null : clinical.followUp();
        if (followUp == null) {
            return Finding.unknown("what followed the sessions");
        }
        var checks = new Checks(matter);
        if (followUp.firstSessionHeld() == null) {
            checks.unknown("whether a session was held");
        } else if (followUp.firstSessionHeld()) {
            checks.yes(followUp.firstSessionFollowUpDone(), "follow-up after the first session");
        }
        checks.atLeast(
                        followUp.reportsReceived(),
                        followUp.sessionsHeld(),
                        "a report for every session")
                .atMost(followUp.openSeriousAdverseEvents(), 0, "no serious event open");
        urinary(checks, matter, followUp.urinaryScreen());
        return checks.finding();
    }

    private static void urinary(
            Checks checks, Matter matter, ClinicalFacts.@Nullable UrinaryScreen screen) {
        if (screen == null) {
            checks.unknown("urinary screen");
            return;
        }
        checks.same(screen.requestId(), matter.requestId(), "urinary screen made for this request");
        if (screen.clearedBy() != null && screen.clearedBy().equals(matter.prescriberId())) {
            return;
        }
        var hold = matter.rules().urinarySymptomsHold();
        checks.no(screen.haematuria(), "no blood in the urine, or cleared")
                .atMost(
                        screen.newSymptoms(),
                        hold == null ? null : (Integer) (hold - 1),
                        "few new urinary symptoms");
    }

    /** D30. */
    static Finding response(Matter matter) {
        var kind = matter.requestKind();
        if (kind == RequestFacts.Kind.FIRST) {
            return Finding.PASS;
        }
        var clinical = matter.facts().clinical();
        var response = clinical == null ? null : clinical.responseReview();
        var today = matter.today();
        var days = matter.rules().reviewDays();
        var months = matter.rules().reviewMonths();
        if (kind == null || response == null || today == null || days == null || months == null) {
            return Finding.unknown("reviews of the response");
        }
        var checks = new Checks(matter);
        var held = response.reviews();
        due(
                checks,
                today,
                response.inductionEndedOn(),
                held == null ? null : held.inductionEnd(),
                "end of induction");
        var start = response.treatmentStartedOn();
        if (start == null) {
            return checks.unknown("start of treatment").finding();
        }
        due(checks, today, start.plusDays(days), held == null ? null : held.day90(), "90 days");
        due(
                checks,
                today,
                start.plusMonths(months),
                held == null ? null : held.month6(),
                "six months");
        return checks.finding();
    }

    private static void due(
            Checks checks,
            LocalDate today,
            @Nullable LocalDate on,
            ClinicalFacts.@Nullable Review review,
            String which) {
        if (on == null || on.isAfter(today)) {
            return; // not due yet
        }
        if (review == null) {
            checks.that(false, "response reviewed at " + which);
        } else if (review.outcome() == null) {
            checks.unknown("outcome of the review at " + which);
        } else {
            checks.that(
                    switch (review.outcome()) {
                        case CONTINUE, CHANGE -> true;
                        case REFER, STOP -> false;
                    },
                    "review lets treatment go on");
        }
    }
}
