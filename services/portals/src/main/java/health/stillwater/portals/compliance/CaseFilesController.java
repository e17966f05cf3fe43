package health.stillwater.portals.compliance;

import health.stillwater.licensing.Licensing;
import health.stillwater.outlook.Outlook;
import health.stillwater.portals.casefile.CaseFiles;
import health.stillwater.portals.shell.Choice;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.prescribing.CaseFileOutcome;
import health.stillwater.prescribing.CaseFileScope;
import health.stillwater.prescribing.Prescribing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Case files: the signed decisions about a patient, of a physician or of a time, with what proves
 * them. Each is health information, and each export is on record.
 */
@Controller
@RequestMapping("/compliance/ledger/case-files")
class CaseFilesController {

    private final Prescribing prescribing;
    private final CaseFiles caseFiles;
    private final Outlook outlook;
    private final Licensing licensing;

    CaseFilesController(
            Prescribing prescribing, CaseFiles caseFiles, Outlook outlook, Licensing licensing) {
        this.prescribing = prescribing;
        this.caseFiles = caseFiles;
        this.outlook = outlook;
        this.licensing = licensing;
    }

    @GetMapping
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen show() {
        return with(Screen.of("compliance/case-files"));
    }

    @PostMapping("/patient")
    @PreAuthorize("hasRole('COMPLIANCE')")
    @Nullable Screen ofPatient(
            @RequestParam(defaultValue = "") String number, HttpServletResponse response)
            throws IOException {
        var patient = outlook.named(number);
        return patient.isEmpty()
                ? again(
                        FieldErrors.of(
                                "number",
                                "Nobody has this number. Enter a case, like SW-30177000, or the whole id of a"
                                        + " patient or a request."))
                : answer(new CaseFileScope.OfPatient(patient.get()), "number", response);
    }

    @PostMapping("/time")
    @PreAuthorize("hasRole('COMPLIANCE')")
    @Nullable Screen ofTime(
            @RequestParam(defaultValue = "") String physician,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        var form = new CaseFileForm(physician.strip(), from.strip(), to.strip());
        var errors = form.errors();
        return errors.isEmpty() ? answer(form.scope(), "to", response) : again(errors);
    }

    private @Nullable Screen answer(CaseFileScope scope, String field, HttpServletResponse response)
            throws IOException {
        return switch (prescribing.caseFile(scope)) {
            case CaseFileOutcome.Nothing _ ->
                    again(FieldErrors.of(field, "No decision was signed there."));
            case CaseFileOutcome.TooMany it ->
                    again(
                            FieldErrors.of(
                                    field,
                                    "There are more than "
                                            + it.most()
                                            + " decisions. Take a shorter time."));
            case CaseFileOutcome.Gathered it -> {
                caseFiles.send(it, response);
                yield null;
            }
        };
    }

    private Screen again(FieldErrors errors) {
        return with(Screen.again("compliance/case-files", errors));
    }

    private Screen with(Screen screen) {
        return screen.with(
                "physicians",
                licensing.names().entrySet().stream()
                        .map(each -> Choice.of(each.getKey().toString(), each.getValue()))
                        .toList());
    }
}
