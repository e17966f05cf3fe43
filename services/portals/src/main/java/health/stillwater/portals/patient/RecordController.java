package health.stillwater.portals.patient;

import health.stillwater.audit.Audit;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.ledger.Checkpoint;
import health.stillwater.ledger.Ledger;
import health.stillwater.portals.shell.Screen;
import health.stillwater.portals.shell.Signed;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionRecord;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.visits.Visits;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
    private final Enrollment enrollment;
    private final Visits visits;
    private final Journeys journeys;
    private final Audit audit;
    private final Ledger ledger;

    RecordController(
            Prescribing prescribing,
            Enrollment enrollment,
            Visits visits,
            Journeys journeys,
            Audit audit,
            Ledger ledger) {
        this.prescribing = prescribing;
        this.enrollment = enrollment;
        this.visits = visits;
        this.journeys = journeys;
        this.audit = audit;
        this.ledger = ledger;
    }

    @GetMapping
    @PreAuthorize("hasRole('PATIENT')")
    Screen index(@Signed PatientId me) {
        var mine = enrollment.of(me);
        var zone = journeys.zone(mine);
        return Screen.of("patient/record")
                .with(
                        "view",
                        new RecordView(
                                zone,
                                prescribing.decisionsOf(me),
                                visits.evaluationsOf(me).stream()
                                        .filter(evaluation -> !evaluation.struck())
                                        .toList(),
                                enrollment.request(mine.request()).answers(),
                                enrollment.consents(me),
                                Look.of(audit.of(me), zone)));
    }

    @GetMapping("/{decision}")
    @PreAuthorize("hasRole('PATIENT')")
    Screen show(@Signed PatientId me, @PathVariable UUID decision) {
        var record = mine(me, decision);
        var before = record.decision().signedAt();
        var treated =
                prescribing.decisionsOf(me).stream()
                        .filter(each -> each.verdict().prescribes())
                        .anyMatch(each -> each.signedAt().isBefore(before));
        return Screen.of("patient/decision")
                .with("record", record)
                .with("treated", treated)
                .with("checkpoint", ledger.latestCheckpoint().map(Checkpoint::note).orElse(""));
    }

    /** The evidence as it was sealed, byte for byte, for whoever wants to have it checked. */
    @GetMapping("/{decision}/file")
    @PreAuthorize("hasRole('PATIENT')")
    ResponseEntity<String> download(@Signed PatientId me, @PathVariable UUID decision) {
        var named =
                ContentDisposition.attachment().filename("decision-" + decision + ".json").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(mine(me, decision).bundle());
    }

    private DecisionRecord mine(PatientId me, UUID decision) {
        var record = prescribing.record(new DecisionId(decision));
        if (!record.decision().patient().equals(me)) {
            throw new Refusal.Missing("This decision");
        }
        return record;
    }
}
