package health.stillwater.portals.physician;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.visits.EvaluationId;
import health.stillwater.visits.EvaluationView;
import health.stillwater.visits.VisitId;
import health.stillwater.visits.VisitView;
import health.stillwater.visits.Visits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Evaluations in person: what a physician put on record, who is still without one, and the form for
 * the next.
 */
@Controller
class EvaluationsController {

    private final Visits visits;
    private final Enrollment enrollment;
    private final Clock clock;

    EvaluationsController(Visits visits, Enrollment enrollment, Clock clock) {
        this.visits = visits;
        this.enrollment = enrollment;
        this.clock = clock;
    }

    @GetMapping("/physician/evaluations")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen index(@Signed PhysicianId me) {
        return Screen.of("physician/evaluations").with("view", page(me));
    }

    @GetMapping("/physician/visits/{visit}/evaluation")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@PathVariable UUID visit, @Signed PhysicianId me) {
        return Screen.of("physician/evaluation").with("view", form(visit, me));
    }

    @PostMapping("/physician/visits/{visit}/evaluation")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen create(
            @PathVariable UUID visit,
            @ModelAttribute EvaluationForm form,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        var page = form(visit, me);
        var today = LocalDate.ofInstant(clock.instant(), page.patient().zone());
        var errors = form.errors(today, page.patient().dateOfBirth());
        if (!errors.isEmpty()) {
            return Screen.again("physician/evaluation", errors).with("view", page);
        }
        visits.evaluatedInPerson(new VisitId(visit), me, form.told());
        return Screen.go("/physician/evaluations", "The evaluation is on record.", next);
    }

    @PostMapping("/physician/evaluations/{evaluation}/strike")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen strike(
            @PathVariable UUID evaluation,
            @RequestParam(defaultValue = "") String reason,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        try {
            visits.strike(new EvaluationId(evaluation), me, reason);
        } catch (Refusal.Forbidden unsaid) {
            return Screen.again(
                            "physician/evaluations",
                            FieldErrors.of(
                                    "reason-" + evaluation,
                                    Objects.requireNonNullElse(unsaid.getMessage(), "")))
                    .with("view", page(me));
        }
        return Screen.go(
                "/physician/evaluations",
                "The evaluation is struck. It stays on record and counts no more.",
                next);
    }

    private EvaluationsPage page(PhysicianId me) {
        var mine = visits.evaluationsBy(me);
        var without = visits.notEvaluatedBy(me);
        var patients =
                Stream.concat(
                                mine.stream().map(EvaluationView::patient),
                                without.stream().map(VisitView::patient))
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), enrollment::patient));
        return new EvaluationsPage(mine, without, patients);
    }

    private EvaluationPage form(UUID visit, PhysicianId me) {
        var found = visits.visit(new VisitId(visit), me);
        return new EvaluationPage(
                found, enrollment.patient(found.patient()), visits.evaluationsOf(found.patient()));
    }
}
