package health.stillwater.prescribing;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.Seen;
import health.stillwater.ledger.Ledger;
import health.stillwater.rulebook.Facts;
import health.stillwater.runtime.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of prescribing: draft, mark ready, sign; and read what was signed. */
@Service
public class Prescribing {

    private final WritingDesk desk;
    private final Notary notary;
    private final RecordRoom records;
    private final LogBook logs;
    private final NextSupplies supplies;
    private final Signings signings;
    private final Gathering gathering;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Prescribing(
            WritingDesk desk,
            Notary notary,
            RecordRoom records,
            LogBook logs,
            NextSupplies supplies,
            Signings signings,
            Gathering gathering,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.notary = notary;
        this.records = records;
        this.logs = logs;
        this.supplies = supplies;
        this.signings = signings;
        this.gathering = gathering;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** What this physician has written so far; empty at version 0 before the first save. */
    @Transactional(readOnly = true)
    public Draft draftOf(RequestId request, PhysicianId physician) {
        only(physician);
        return desk.draftOf(request, physician);
    }

    /** Saves as it is typed, while the case is claimed; answers the draft with its new version. */
    @Transactional
    public Draft save(RequestId request, PhysicianId physician, Draft draft) {
        only(physician);
        return desk.save(request, physician, draft);
    }

    /**
     * Freezes the exact text to sign. Voids whatever was ready before; any later change voids this.
     */
    @Transactional
    public ReadyOutcome readyToSign(
            RequestId request, PhysicianId physician, long fence, DecisionForm form) {
        only(physician);
        return desk.ready(request, physician, fence, form);
    }

    /** The frozen text, for the page where it is signed. */
    @Transactional
    public SigningRequest signing(UUID id, PhysicianId physician) {
        only(physician);
        var found =
                signings.findByIdAndPhysician(id, physician)
                        .orElseThrow(() -> new Refusal.Missing("This text to sign"));
        events.publishEvent(new Seen(found.patient(), "signing " + id, clock.instant()));
        return found.view(clock.instant());
    }

    /** Completing the second factor is signing: everything in one transaction, or nothing. */
    @Transactional
    public SigningOutcome sign(UUID id, PhysicianId physician, SecondFactor factor) {
        only(physician);
        return notary.sign(id, physician, factor);
    }

    /** Every decision about a patient, the latest first. */
    @Transactional
    public List<DecisionView> decisionsOf(PatientId patient) {
        return records.of(patient);
    }

    /** Every decision of a physician, the latest first. */
    @Transactional
    public List<DecisionView> decisionsBy(PhysicianId physician) {
        only(physician);
        return records.by(physician);
    }

    /** A decision whole: for the patient, the physician who decided, and compliance. */
    @Transactional
    public DecisionRecord record(DecisionId decision) {
        return records.record(decision);
    }

    /** A signed prescription, for its pharmacy too. A decision to decline has none. */
    @Transactional
    public PrescriptionView prescription(DecisionId decision) {
        return records.prescription(decision);
    }

    /** The physician's own logs, month by month, the latest first. */
    @Transactional(readOnly = true)
    public List<MonthlyLog> logs(PhysicianId physician) {
        only(physician);
        return logs.logs(physician);
    }

    /** What the physician prescribed in a month; refused for a month to come. */
    @Transactional
    public MonthlyLog log(PhysicianId physician, YearMonth month) {
        only(physician);
        return logs.open(physician, month);
    }

    /** The physician read the log of a month that is over. */
    @Transactional
    public void reviewLog(PhysicianId physician, YearMonth month) {
        only(physician);
        logs.review(physician, month);
    }

    /**
     * Whether a pharmacy may still fill a prescription: no later decision stopped it, changed it or
     * corrected it.
     */
    @Transactional(readOnly = true)
    public boolean holds(DecisionId prescription) {
        return records.holds(prescription);
    }

    /** Medicine left a pharmacy. For the program; told twice, it is one fill. */
    @Transactional
    public void filled(Filled fill) {
        records.filled(fill);
    }

    /** Where the patient stands with the supply after the one they have; for themselves alone. */
    @Transactional(readOnly = true)
    public NextSupply nextSupply(PatientId patient) {
        return supplies.of(patient);
    }

    /**
     * The patient asks for the next supply. Their next request is opened once; too early, or with
     * nothing to go on with, nothing is opened and the answer says so.
     */
    @Transactional
    public NextSupply askForNextSupply(PatientId patient) {
        return supplies.ask(patient);
    }

    /** How far a patient's treatment has come, for the physician who decides on it. */
    @Transactional(readOnly = true)
    public CourseView courseOf(RequestId request, PhysicianId physician) {
        only(physician);
        return desk.courseOf(request);
    }

    /**
     * The signed decisions of a case file with their proofs: for compliance, and for a patient
     * their own. The export is on record first. Not inside a transaction.
     */
    public CaseFileOutcome caseFile(CaseFileScope scope) {
        var found = gathering.decisions(scope);
        if (found.isEmpty()) {
            return new CaseFileOutcome.Nothing();
        }
        return found.size() > Gathering.MOST
                ? new CaseFileOutcome.TooMany(Gathering.MOST)
                : gathering.gathered(scope, found, ledger.evidence(Gathering.leaves(found)));
    }

    /** Everybody for whom a prescription was ever signed. For the program. */
    @Transactional(readOnly = true)
    public List<PatientId> patients() {
        return records.patients();
    }

    /**
     * What the gate last said at a signing of this patient's: when it was stopped, and when it was
     * done; as it was kept. For the program.
     */
    @Transactional(readOnly = true)
    public List<String> lastJudgements(PatientId patient) {
        return records.judgements(patient);
    }

    /**
     * Everything the gate must know at the hand-off: what was signed, and the rest as it is now.
     *
     * @param at the instant the gate judges at: what this room tells is of then
     */
    @Transactional(readOnly = true)
    public Facts factsOf(DecisionId decision, Instant at) {
        return records.factsOf(decision, at);
    }

    /**
     * A physician acts for themselves, whatever id the caller passed on; and only a physician
     * writes.
     */
    private static void only(PhysicianId physician) {
        var actor = Acting.now();
        if (actor.kind() != Actor.Kind.PHYSICIAN || !actor.id().equals(physician.value())) {
            throw new Refusal.Missing("This case");
        }
    }
}
