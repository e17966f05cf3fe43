package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.review.Casework;
import health.stillwater.review.ReviewQueue;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case set aside, handed on, or taken up again. */
@Controller
@RequestMapping("/physician/cases/{request}")
class AsideController {

    private final ReviewQueue queue;
    private final Casework casework;
    private final Clock clock;

    AsideController(ReviewQueue queue, Casework casework, Clock clock) {
        this.queue = queue;
        this.casework = casework;
        this.clock = clock;
    }

    @GetMapping("/aside")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@PathVariable UUID request, @Signed PhysicianId me) {
        return Screen.of("physician/aside").with("view", page(new RequestId(request), me));
    }

    @PostMapping("/aside")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen create(
            @PathVariable UUID request,
            @RequestParam long fence,
            @ModelAttribute AsideForm form,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        var id = new RequestId(request);
        var page = page(id, me);
        var errors = form.errors(clock.instant(), Casework.LONGEST_DEFERRAL);
        if (!errors.isEmpty()) {
            return Screen.again("physician/aside", errors).with("view", page);
        }
        try {
            return Screen.go("/physician", does(id, me, fence, form), next);
        } catch (Refusal.Overtaken over) {
            var why = FieldErrors.of("act", Objects.requireNonNullElse(over.getMessage(), ""));
            return Screen.again("physician/aside", why)
                    .with("view", page(id, me))
                    .answering(HttpStatus.CONFLICT);
        }
    }

    private String does(RequestId id, PhysicianId me, long fence, AsideForm form) {
        return switch (form.chosen().orElseThrow()) {
            case ASK -> {
                casework.ask(id, me, fence, form.said());
                yield "The patient is asked. The case comes back to you with the answer.";
            }
            case DEFER -> {
                casework.defer(id, me, fence, form.until().orElseThrow(), form.said());
                yield "The case is put off, and comes back to you at that time.";
            }
            case HAND_OVER -> {
                casework.handOver(id, me, fence, form.to().orElseThrow(), form.said());
                yield "Your colleague is offered the case first.";
            }
            case SECOND_OPINION -> {
                casework.askForSecondOpinion(id, me, fence, form.said());
                yield "A second physician is asked. The case comes back to you with the opinion.";
            }
            case ESCALATE -> {
                casework.escalate(id, me, fence, form.said());
                yield "Compliance has the case. It comes back to you with the answer.";
            }
        };
    }

    @PostMapping("/take-up")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen destroy(@PathVariable UUID request, @Signed PhysicianId me, RedirectAttributes next) {
        casework.takeUp(new RequestId(request), me, "Taken up again by the physician who asked.");
        return Screen.go(
                "/physician", "The case is in the queue again, and offered to you first.", next);
    }

    private AsidePage page(RequestId request, PhysicianId me) {
        return new AsidePage(queue.open(request, me), casework.colleaguesFor(request, me));
    }
}
