package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.prescribing.DecisionForm;
import health.stillwater.prescribing.Draft;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.ReadyOutcome;
import health.stillwater.prescribing.SecondSignatures;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The decision while it is written: saved as it stands, and frozen when the physician calls it
 * ready.
 */
@Controller
@RequestMapping("/physician/cases/{request}")
class DecisionController {

    private final Prescribing prescribing;
    private final SecondSignatures seconds;
    private final CasePages pages;

    DecisionController(Prescribing prescribing, SecondSignatures seconds, CasePages pages) {
        this.prescribing = prescribing;
        this.seconds = seconds;
        this.pages = pages;
    }

    @PostMapping("/draft")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen update(
            @PathVariable UUID request,
            @RequestParam int version,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String byItself,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        var form = DecisionForm.of(fields);
        try {
            var saved =
                    prescribing.save(new RequestId(request), me, new Draft(form, version, null));
            return byItself == null
                    ? Screen.go("/physician/cases/" + request, "Saved. Nothing is signed.", next)
                    : saved(request, saved, "");
        } catch (Refusal.Overtaken overtaken) {
            var why = Objects.requireNonNullElse(overtaken.getMessage(), "");
            return byItself == null
                    ? notSaved(new RequestId(request), me, form, why)
                    : saved(request, new Draft(form, version, null), why);
        }
    }

    @PostMapping("/signings")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen create(
            @PathVariable UUID request,
            @RequestParam long fence,
            @RequestParam Map<String, String> fields,
            @Signed PhysicianId me) {
        var form = DecisionForm.of(fields);
        var id = new RequestId(request);
        try {
            return answer(id, me, prescribing.readyToSign(id, me, fence, form));
        } catch (Refusal.Overtaken overtaken) {
            return notSaved(id, me, form, Objects.requireNonNullElse(overtaken.getMessage(), ""));
        }
    }

    /** Asks a colleague for the second signature that the protocol wants. */
    @PostMapping("/second-signature")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen ask(
            @PathVariable UUID request,
            @RequestParam long fence,
            @Signed PhysicianId me,
            RedirectAttributes next) {
        var id = new RequestId(request);
        return seconds.ask(id, me, fence) instanceof ReadyOutcome.SecondNeeded
                ? Screen.go(
                        "/physician",
                        "A colleague is asked to sign. The case comes back to you with the answer.",
                        next)
                : Screen.go(
                        "/physician/cases/" + request,
                        "Nobody was asked. Review your decision again.",
                        next);
    }

    private Screen answer(RequestId id, PhysicianId me, ReadyOutcome outcome) {
        return switch (outcome) {
            case ReadyOutcome.Ready ready ->
                    Screen.go("/physician/signings/" + ready.signing().id());
            case ReadyOutcome.Invalid invalid ->
                    pages.again(id, me, new FieldErrors(invalid.fieldErrors()));
            case ReadyOutcome.SecondNeeded needed ->
                    pages.again(id, me, FieldErrors.none())
                            .with("secondAbove", needed.aboveMg().toPlainString());
            case ReadyOutcome.Stopped stopped ->
                    pages.again(id, me, FieldErrors.none())
                            .with("stopped", "You cannot sign yet. What you wrote is saved.")
                            .with("stops", GateInWords.sentences(stopped.judgement()));
        };
    }

    private static Screen saved(UUID request, Draft draft, String problem) {
        return Screen.of("physician/saved")
                .with("request", request.toString())
                .with("draft", draft)
                .with("problem", problem);
    }

    /**
     * Nothing typed is lost: it comes back beside what was saved meanwhile, or alone when the case
     * is gone.
     */
    private Screen notSaved(RequestId request, PhysicianId me, DecisionForm typed, String why) {
        try {
            var page = pages.page(request, me);
            return Screen.of("physician/case")
                    .with("view", page)
                    .with("stopped", why)
                    .with("meanwhile", FieldWords.differing(page.form(), typed))
                    .answering(HttpStatus.CONFLICT);
        } catch (Refusal.Missing gone) {
            return Screen.of("physician/lost")
                    .with("why", why)
                    .with("typed", FieldWords.of(typed))
                    .answering(HttpStatus.CONFLICT);
        }
    }
}
