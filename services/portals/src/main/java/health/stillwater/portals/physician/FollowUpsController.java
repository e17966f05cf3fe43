package health.stillwater.portals.physician;

import health.stillwater.checkins.CheckIns;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.review.ReviewQueue;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Patients a physician must look after between decisions: an alarm, a refusal by a pharmacist. */
@Controller
@RequestMapping("/physician/follow-ups")
class FollowUpsController {

    private final ReviewQueue queue;
    private final CheckIns checkIns;
    private final Prescribing prescribing;
    private final Clock clock;

    FollowUpsController(
            ReviewQueue queue, CheckIns checkIns, Prescribing prescribing, Clock clock) {
        this.queue = queue;
        this.checkIns = checkIns;
        this.prescribing = prescribing;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen index(@Signed PhysicianId me) {
        return Screen.of("physician/follow-ups")
                .with("view", new FollowUpsPage(queue.followUps(me), clock.instant()));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@PathVariable UUID id, @Signed PhysicianId me) {
        return Screen.of("physician/follow-up").with("view", page(id, me));
    }

    @PostMapping("/{id}/close")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen update(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        try {
            queue.closeFollowUp(id, me, outcome);
        } catch (Refusal.Forbidden wrong) {
            var sentence = Objects.requireNonNullElse(wrong.getMessage(), "");
            return Screen.again("physician/follow-up", FieldErrors.of("outcome", sentence))
                    .with("view", page(id, me));
        }
        return Screen.go(
                "/physician/follow-ups", "The follow-up is closed, with what you wrote.", next);
    }

    private FollowUpPage page(UUID id, PhysicianId me) {
        var view = queue.followUp(id, me);
        var patient = view.patient().id();
        return new FollowUpPage(
                view, checkIns.of(patient), prescribing.decisionsOf(patient), clock.instant());
    }
}
