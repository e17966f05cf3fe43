package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.review.Casework;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who looks after a physician's patients while the physician is away. */
@Controller
@RequestMapping("/physician/cover")
@PreAuthorize("hasRole('PHYSICIAN')")
class CoverController {

    private final Casework casework;
    private final Licensing licensing;
    private final Clock clock;

    CoverController(Casework casework, Licensing licensing, Clock clock) {
        this.casework = casework;
        this.licensing = licensing;
        this.clock = clock;
    }

    @GetMapping
    Screen show(@Signed PhysicianId me) {
        return Screen.of("physician/cover").with("view", page(me));
    }

    @PostMapping
    Screen create(
            @RequestParam(defaultValue = "") String colleague,
            @RequestParam(defaultValue = "") String until,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        var page = page(me);
        var end = end(until);
        if (!page.mayCover(colleague)) {
            return again(page, "colleague", "Choose who looks after your patients.");
        }
        if (end.isEmpty() || !end.get().isAfter(clock.instant())) {
            return again(page, "until", "Enter the last day, today or later.");
        }
        casework.coverMe(me, PhysicianId.of(colleague), end.get());
        return Screen.go(
                "/physician/cover", "Your colleague is offered your patients first.", next);
    }

    @PostMapping("/end")
    Screen destroy(@Signed PhysicianId me, RedirectAttributes next) {
        casework.coverEnds(me);
        return Screen.go(
                "/physician/cover", "You are back: your patients come to you first.", next);
    }

    private static Screen again(CoverPage page, String field, String sentence) {
        return Screen.again("physician/cover", FieldErrors.of(field, sentence)).with("view", page);
    }

    /** The end of that day in the house's zone. */
    private static Optional<Instant> end(String day) {
        try {
            return Optional.of(
                    LocalDate.parse(day.strip())
                            .plusDays(1)
                            .atStartOfDay(Moments.HOUSE)
                            .toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private CoverPage page(PhysicianId me) {
        var mine = licensing.servableBy(me);
        return new CoverPage(
                casework.coverOf(me),
                casework.coveredBy(me),
                licensing.physicians().stream()
                        .filter(colleague -> !colleague.id().equals(me))
                        .filter(colleague -> colleague.states().stream().anyMatch(mine::contains))
                        .toList());
    }
}
