package health.stillwater.portals.patient;

import health.stillwater.kernel.PatientId;
import health.stillwater.portals.shell.Moments;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.prescribing.NextSupply;
import health.stillwater.prescribing.Prescribing;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks for the next supply. What follows, or why not yet, is told on the start page. */
@Controller
class SupplyController {

    private final Prescribing prescribing;

    SupplyController(Prescribing prescribing) {
        this.prescribing = prescribing;
    }

    @PostMapping("/patient/supply")
    @PreAuthorize("hasRole('PATIENT')")
    Screen create(@Signed PatientId me, RedirectAttributes next) {
        return Screen.go("/patient", words(prescribing.askForNextSupply(me)), next);
    }

    private static String words(NextSupply now) {
        return switch (now) {
            case NextSupply.UnderWay _ ->
                    "We have your request. First tell us how you are now; then choose a time to be seen.";
            case NextSupply.Later(var from) ->
                    "It is too early. You can ask for your next supply from "
                            + Moments.date(from)
                            + " on.";
            case NextSupply.Open _, NextSupply.None _ ->
                    "There is no prescription to go on with. Call us at (555) 010-0142 if you think that is wrong.";
        };
    }
}
