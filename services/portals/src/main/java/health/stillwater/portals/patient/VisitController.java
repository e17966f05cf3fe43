package health.stillwater.portals.patient;

import health.stillwater.enrollment.Enrollment;
import health.stillwater.enrollment.EnrollmentStage;
import health.stillwater.enrollment.EnrollmentView;
import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.enrollment.LocationView;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.visits.VisitStage;
import health.stillwater.visits.VisitView;
import health.stillwater.visits.Visits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The video visit: choosing its time, and giving the time back. */
@Controller
@RequestMapping("/patient/visit")
class VisitController {

    private final Visits visits;
    private final Enrollment enrollment;
    private final Journeys journeys;
    private final Clock clock;

    VisitController(Visits visits, Enrollment enrollment, Journeys journeys, Clock clock) {
        this.visits = visits;
        this.enrollment = enrollment;
        this.journeys = journeys;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me, @ModelAttribute Wish wish) {
        return Screen.of("patient/visit").with("view", view(me, wish));
    }

    @PostMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen create(
            @Signed PatientId me,
            @RequestParam(defaultValue = "") String slot,
            @ModelAttribute Wish wish,
            RedirectAttributes next) {
        var chosen = Chosen.from(slot);
        if (chosen.isEmpty()) {
            return again(me, wish, "Choose a time for your visit");
        }
        try {
            visits.book(
                    enrollment.of(me).request(),
                    me,
                    chosen.get().physician(),
                    chosen.get().startsAt());
        } catch (Refusal.Overtaken taken) {
            return again(me, wish, Objects.requireNonNullElse(taken.getMessage(), ""));
        }
        return Screen.go("/patient/visit", "Your visit is booked.", next);
    }

    @PostMapping("/cancellation")
    @PreAuthorize("hasRole('PATIENT')")
    Screen destroy(@Signed PatientId me, RedirectAttributes next) {
        var visit =
                visits.of(me)
                        .filter(VisitController::coming)
                        .orElseThrow(() -> new Refusal.Missing("A booked visit"));
        visits.cancel(visit.id(), me);
        return Screen.go(
                "/patient/visit", "Your visit is canceled. You can choose another time.", next);
    }

    private Screen again(PatientId me, Wish wish, String why) {
        return Screen.again("patient/visit", FieldErrors.of("slot", why))
                .with("view", view(me, wish));
    }

    private VisitPage view(PatientId me, Wish wish) {
        var mine = enrollment.of(me);
        if (mine.stage() != EnrollmentStage.ENROLLED) {
            return VisitPage.notYet();
        }
        var last = visits.of(me).filter(visit -> visit.request().equals(mine.request()));
        if (last.filter(VisitController::coming).isPresent()) {
            return VisitPage.booked(last.get(), here(mine));
        }
        return last.filter(VisitView::counts)
                .map(VisitPage::held)
                .orElseGet(() -> times(mine, wish));
    }

    private VisitPage times(EnrollmentView mine, Wish wish) {
        var from = wish.from() == null ? today(mine) : wish.from();
        var with = wish.with() == null ? null : new PhysicianId(wish.with());
        return VisitPage.of(visits.openSlots(mine.request(), from), with);
    }

    /**
     * Where the patient said they are today; what they said on another day says nothing about now.
     */
    private static @Nullable LocationView here(EnrollmentView mine) {
        var today =
                mine.steps().stream().anyMatch(step -> step.step() == Step.LOCATION && step.done());
        return today ? mine.location() : null;
    }

    private static boolean coming(VisitView visit) {
        return visit.stage() == VisitStage.BOOKED || visit.stage() == VisitStage.STARTED;
    }

    private LocalDate today(EnrollmentView mine) {
        return LocalDate.ofInstant(clock.instant(), journeys.zone(mine));
    }

    /**
     * What the patient looks for.
     *
     * @param from the first day; null for today
     * @param with the physician; null for anyone
     */
    record Wish(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @Nullable UUID with) {}

    /** What stands in the button of a time. */
    private record Chosen(PhysicianId physician, Instant startsAt) {

        static Optional<Chosen> from(String slot) {
            var parts = slot.split("\\|", -1);
            try {
                return parts.length == 2
                        ? Optional.of(new Chosen(PhysicianId.of(parts[0]), Instant.parse(parts[1])))
                        : Optional.empty();
            } catch (IllegalArgumentException | DateTimeParseException notATime) {
                return Optional.empty();
            }
        }
    }
}
