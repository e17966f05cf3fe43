package health.stillwater.portals.compliance;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.Licensing;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.rulebook.KillSwitch;
import health.stillwater.rulebook.KillSwitch.Said;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Stops something as a whole, and lets it go on again. */
@Controller
@RequestMapping("/compliance/rulebook/switches")
@PreAuthorize("hasRole('COMPLIANCE')")
class SwitchesController {

    private static final String LIST = "compliance/switches";
    private static final String ONE = "compliance/switch";

    private final Rulebook rulebook;
    private final Licensing licensing;
    private final Clock clock;

    SwitchesController(Rulebook rulebook, Licensing licensing, Clock clock) {
        this.rulebook = rulebook;
        this.licensing = licensing;
        this.clock = clock;
    }

    @GetMapping
    Screen list(@Signed Actor me) {
        return Screen.of(LIST).with("view", page(rulebook.switches(), me));
    }

    @PostMapping
    Screen stop(
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String reason,
            @Signed Actor me,
            RedirectAttributes next) {
        var page = page(rulebook.switches(), me);
        var chosen = page.chosen(target);
        if (chosen.isEmpty()) {
            return again(LIST, page, "target", "Choose what to stop");
        }
        if (reason.isBlank()) {
            return again(LIST, page, "reason", "Say why. Everybody in compliance reads it.");
        }
        var number = rulebook.stop(chosen.get().stopped(reason));
        return Screen.go(
                address(number),
                "It is stopped from now on. A second person confirms it or lifts it.",
                next);
    }

    @GetMapping("/{number}")
    Screen show(@PathVariable long number, @Signed Actor me) {
        return Screen.of(ONE).with("view", page(List.of(one(number)), me));
    }

    @PostMapping("/{number}")
    Screen say(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String reason,
            @Signed Actor me,
            RedirectAttributes next) {
        var page = page(List.of(one(number)), me);
        var word = Arrays.stream(Said.values()).filter(each -> each.name().equals(said)).findAny();
        if (word.isEmpty()) {
            return again(ONE, page, "said", "Choose what becomes of it");
        }
        if (reason.isBlank()) {
            return again(ONE, page, "reason", "Say why. Everybody in compliance reads it.");
        }
        rulebook.say(number, word.get(), reason.strip());
        return Screen.go(address(number), "Your word was taken.", next);
    }

    private static Screen again(String page, SwitchesPage view, String field, String sentence) {
        return Screen.again(page, FieldErrors.of(field, sentence)).with("view", view);
    }

    private KillSwitch one(long number) {
        return rulebook.switches().stream()
                .filter(each -> each.number() == number)
                .findAny()
                .orElseThrow(() -> new Refusal.Missing("This kill switch"));
    }

    private SwitchesPage page(List<KillSwitch> switches, Actor me) {
        var states = Arrays.stream(UsState.values()).filter(rulebook::launched).toList();
        var physicians =
                states.stream()
                        .flatMap(state -> licensing.physiciansFor(state).stream())
                        .distinct()
                        .toList();
        return new SwitchesPage(
                switches,
                SwitchesPage.targets(states, physicians, licensing.pharmacies()),
                me.id(),
                clock.instant());
    }

    private static String address(long number) {
        return BookPart.SWITCHES.address() + "/" + number;
    }
}
