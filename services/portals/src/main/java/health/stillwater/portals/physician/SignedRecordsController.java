package health.stillwater.portals.physician;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.ledger.Ledger;
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

/** What this physician signed, each as it was signed, and how anyone can check that it still is. */
@Controller
@RequestMapping("/physician/records")
class SignedRecordsController {

    private final Prescribing prescribing;
    private final Ledger ledger;

    SignedRecordsController(Prescribing prescribing, Ledger ledger) {
        this.prescribing = prescribing;
        this.ledger = ledger;
    }

    @GetMapping
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen index(@Signed PhysicianId me) {
        return Screen.of("physician/records").with("decisions", prescribing.decisionsBy(me));
    }

    @GetMapping("/{decision}")
    @PreAuthorize("hasRole('PHYSICIAN')")
    Screen show(@PathVariable UUID decision, @Signed PhysicianId me) {
        var record = prescribing.record(new DecisionId(decision));
        if (!record.decision().physician().equals(me)) {
            throw new Refusal.Missing("This decision");
        }
        return Screen.of("physician/record")
                .with("view", new SignedRecordPage(record, ledger.size()));
    }
}
