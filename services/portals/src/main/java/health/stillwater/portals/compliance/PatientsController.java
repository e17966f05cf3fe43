package health.stillwater.portals.compliance;

import health.stillwater.kernel.PatientId;
import health.stillwater.outlook.Outlook;
import health.stillwater.portals.shell.FieldErrors;
import health.stillwater.portals.shell.Screen;
import health.stillwater.rulebook.RowView;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why one patient is stopped today: every row, in the words each reads, and what was known. */
@Controller
@RequestMapping("/compliance/patients")
class PatientsController {

    private final Outlook outlook;
    private final Rulebook rulebook;
    private final Clock clock;

    PatientsController(Outlook outlook, Rulebook rulebook, Clock clock) {
        this.outlook = outlook;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen index() {
        return Screen.of("compliance/patients");
    }

    @PostMapping
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen find(@RequestParam(defaultValue = "") String number) {
        return outlook.named(number)
                .map(patient -> Screen.go("/compliance/patients/" + patient))
                .orElseGet(
                        () ->
                                Screen.again(
                                        "compliance/patients",
                                        FieldErrors.of(
                                                "number",
                                                "Nobody has this number. Enter a case, like SW-30177000, or the whole id of a"
                                                        + " patient or a request.")));
    }

    @GetMapping("/{patient}")
    @PreAuthorize("hasRole('COMPLIANCE')")
    Screen show(@PathVariable UUID patient) {
        var conditions =
                rulebook.rows().stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.id() + "/" + row.version(), RowView::condition));
        return Screen.of("compliance/patient")
                .with(
                        "view",
                        new PatientPage(
                                outlook.why(new PatientId(patient)), conditions, clock.instant()));
    }
}
