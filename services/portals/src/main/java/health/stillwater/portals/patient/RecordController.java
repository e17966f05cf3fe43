package health.stillwater.portals.patient;

import health.stillwater.audit.Audit;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.Prescribing;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What was decided about the patient, by whom and why, and who looked at their record. */
@Controller
@RequestMapping("/patient/record")
class RecordController {

    private final Prescribing prescribing;
    private final Audit audit;

    RecordController(Prescribing prescribing, Audit audit) {
        this.prescribing = prescribing;
        this.audit = audit;
    }

    @GetMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen index(@Signed PatientId me) {
        return Screen.of("patient/record")
                .with("decisions", prescribing.decisionsOf(me))
                .with("looks", audit.of(me).stream().filter(PatientHomeController::staffLooked).toList());
    }

    @GetMapping("/{decision}")
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me, @PathVariable UUID decision) {
        var record = prescribing.record(new DecisionId(decision));
        if (!record.decision().patient().equals(me)) {
            throw new Refusal.Missing("This decision");
        }
        return Screen.of("patient/decision").with("record", record);
    }
}
