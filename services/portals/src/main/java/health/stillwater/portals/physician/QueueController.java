package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.review.NextOutcome;
import health.stillwater.review.ReviewQueue;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for this physician, their own claims first; and the next of it. */
@Controller
class QueueController {

    private final ReviewQueue queue;
    private final Licensing licensing;
    private final Clock clock;

    QueueController(ReviewQueue queue, Licensing licensing, Clock clock) {
        this.queue = queue;
        this.licensing = licensing;
        this.clock = clock;
    }

    /**
     * The page asks again by itself while it is open, and says what it shows: when nothing moved,
     * it hears so in a word, and nothing under the reader's hands is drawn anew.
     */
    @GetMapping("/physician")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Object show(@RequestParam Map<String, String> typed, @Signed PhysicianId me) {
        var form = QueueForm.of(typed);
        var page =
                new QueuePage(
                        queue.waitingFor(me, form.filter()),
                        queue.followUps(me),
                        form,
                        licensing.servableBy(me),
                        clock.instant());
        return page.mark().equals(typed.get("seen"))
                ? ResponseEntity.noContent().build()
                : Screen.of("physician/queue").with("view", page);
    }

    @PostMapping("/physician/next")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen next(@Signed PhysicianId me, RedirectAttributes next) {
        return switch (queue.next(me)) {
            case NextOutcome.Claimed(var id, _) ->
                    Screen.go("/physician/cases/" + id, "The case is yours.", next);
            case NextOutcome.Urgent(var followUp) ->
                    Screen.go(
                            "/physician/follow-ups/" + followUp,
                            "This comes before any case.",
                            next);
            case NextOutcome.Unfinished(var id) ->
                    Screen.go(
                            "/physician/cases/" + id,
                            "You hold five cases. Finish one, or give one back, before the next.",
                            next);
            case NextOutcome.Nothing(var putAside) -> {
                next.addFlashAttribute(
                        "stopped",
                        putAside.isEmpty()
                                ? "There is no next case for you now."
                                : "There is no next case for you now. The gate kept these from you;"
                                        + " they are offered again in an hour, or when something changes.");
                next.addFlashAttribute(
                        "stops",
                        putAside.stream()
                                .map(each -> each.reference() + ": " + each.because().getFirst())
                                .toList());
                yield Screen.go("/physician");
            }
        };
    }
}
