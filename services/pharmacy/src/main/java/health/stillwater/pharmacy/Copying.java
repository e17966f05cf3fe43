package health.stillwater.pharmacy;

import health.stillwater.billing.FirstInvoicePaid;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.ledger.Checkpoint;
import health.stillwater.ledger.Ledger;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.PrescriptionView;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Copies from the signed record what an order needs. The order never changes it: a change is a new
 * prescription.
 */
@Component
class Copying {

    private final Prescribing prescribing;
    private final Enrollment enrollment;
    private final Ledger ledger;

    Copying(Prescribing prescribing, Enrollment enrollment, Ledger ledger) {
        this.prescribing = prescribing;
        this.enrollment = enrollment;
        this.ledger = ledger;
    }

    MedicationOrder orderOf(FirstInvoicePaid news, Instant now) {
        var prescription = prescribing.prescription(news.decision());
        var copied =
                new Copied(
                        drug(prescription),
                        recipient(prescription),
                        prescriber(prescription),
                        signed(news.decision()));
        return new MedicationOrder(
                news.request(), prescription.patient(), prescription.pharmacy(), copied, now);
    }

    private static PrescribedDrug drug(PrescriptionView prescription) {
        return new PrescribedDrug(
                prescription.drug(),
                prescription.strength(),
                prescription.form(),
                Integer.toString(prescription.quantity()),
                prescription.quantityWords(),
                prescription.directions(),
                prescription.daysSupply(),
                prescription.refills(),
                prescription.issueDate(),
                prescription.expiresOn());
    }

    private Recipient recipient(PrescriptionView prescription) {
        return new Recipient(
                prescription.patientName(),
                prescription.patientDateOfBirth(),
                prescription.patientAddress(),
                enrollment.patient(prescription.patient()).state());
    }

    private static Prescriber prescriber(PrescriptionView prescription) {
        return new Prescriber(
                prescription.prescriberName(),
                prescription.prescriberNpi(),
                prescription.prescriberDea(),
                prescription.prescriberLicense(),
                prescription.prescriberAddress());
    }

    private SignedRecord signed(DecisionId decision) {
        var record = prescribing.record(decision);
        long leaf = record.decision().leaf();
        if (leaf == DecisionView.NOT_YET) {
            throw new IllegalStateException(
                    "decision " + decision + " has no place in the ledger yet");
        }
        var checkpoint = ledger.latestCheckpoint().map(Checkpoint::note).orElse("");
        return new SignedRecord(decision.value(), leaf, record.hash(), checkpoint);
    }
}
