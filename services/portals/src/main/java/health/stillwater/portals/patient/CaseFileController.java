package health.stillwater.portals.patient;

import health.stillwater.kernel.PatientId;
import health.stillwater.portals.casefile.CaseFiles;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.prescribing.CaseFileOutcome;
import health.stillwater.prescribing.CaseFileScope;
import health.stillwater.prescribing.Prescribing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A patient's own decisions, to take along, with what proves that nobody changed them. */
@Controller
class CaseFileController {

    private final Prescribing prescribing;
    private final CaseFiles caseFiles;

    CaseFileController(Prescribing prescribing, CaseFiles caseFiles) {
        this.prescribing = prescribing;
        this.caseFiles = caseFiles;
    }

    @PostMapping("/patient/record/case-file")
    @PreAuthorize("hasRole('PATIENT')")
    @Nullable Screen take(
            @Signed PatientId me, HttpServletResponse response, RedirectAttributes next)
            throws IOException {
        return switch (prescribing.caseFile(new CaseFileScope.OfPatient(me))) {
            case CaseFileOutcome.Nothing _ ->
                    Screen.go("/patient/record", "No decision is signed yet.", next);
            case CaseFileOutcome.TooMany _ ->
                    Screen.go(
                            "/patient/record",
                            "Your record is longer than one file. Call us, and we send it.",
                            next);
            case CaseFileOutcome.Gathered it -> {
                caseFiles.send(it, response);
                yield null;
            }
        };
    }
}
