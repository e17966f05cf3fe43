package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.review.ClaimOutcome;
import health.stillwater.review.ReviewQueue;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A physician's hold on a case: taken, kept, given back. */
@Controller
@RequestMapping("/physician/cases/{request}")
class ClaimController {

    private final ReviewQueue queue;

    ClaimController(ReviewQueue queue) {
        this.queue = queue;
    }

    @PostMapping("/claim")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen create(@PathVariable UUID request, @Signed PhysicianId me, RedirectAttributes next) {
        return switch (queue.claim(new RequestId(request), me)) {
            case ClaimOutcome.Claimed _ -> Screen.go(address(request), "The case is yours.", next);
            case ClaimOutcome.Stopped stopped -> {
                next.addFlashAttribute(
                        "stopped", "The gate stopped the claim. Nothing was claimed.");
                next.addFlashAttribute("stops", GateInWords.sentences(stopped.judgement()));
                yield Screen.go(address(request));
            }
        };
    }

    /** A decided case, to stop, change or correct. */
    @PostMapping("/again")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen again(@PathVariable UUID request, @Signed PhysicianId me, RedirectAttributes next) {
        try {
            return switch (queue.takeUpAgain(new RequestId(request), me)) {
                case ClaimOutcome.Claimed _ ->
                        Screen.go(
                                address(request),
                                "The case is yours again. Given back, it stands decided as it was.",
                                next);
                case ClaimOutcome.Stopped stopped -> {
                    next.addFlashAttribute(
                            "stopped", "The gate stopped this. Nothing was changed.");
                    next.addFlashAttribute("stops", GateInWords.sentences(stopped.judgement()));
                    yield Screen.go("/physician");
                }
            };
        } catch (Refusal.Overtaken another) {
            return Screen.go(
                    "/physician", Objects.requireNonNullElse(another.getMessage(), ""), next);
        }
    }

    /**
     * Holds on. The page does it by itself while it is open; then it wants a few words, not a page.
     */
    @PostMapping("/renewal")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen update(
            @PathVariable UUID request,
            @RequestParam long fence,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String byItself,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        if (byItself == null) {
            queue.renew(new RequestId(request), me, fence);
            return Screen.go(address(request), "The case stays yours for another while.", next);
        }
        try {
            var claim = queue.renew(new RequestId(request), me, fence);
            return Screen.of("physician/claim")
                    .with("request", request.toString())
                    .with("claim", claim);
        } catch (Refusal.Overtaken over) {
            return Screen.of("physician/claim-over").with("request", request.toString());
        }
    }

    /** The page was closed, or left for another case; the browser says so by itself. */
    @PostMapping("/leave")
    @PreAuthorize("hasRole('PHYSICIAN')")
    ResponseEntity<Void> leave(
            @PathVariable UUID request, @RequestParam long fence, @Signed PhysicianId me) {
        queue.leave(new RequestId(request), me, fence);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/release")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen destroy(@PathVariable UUID request, @Signed PhysicianId me, RedirectAttributes next) {
        queue.release(new RequestId(request), me);
        return Screen.go("/physician", "You gave the case back. Your draft is kept.", next);
    }

    private static String address(UUID request) {
        return "/physician/cases/" + request;
    }
}
