package health.stillwater.prescribing;

import health.stillwater.rulebook.PrescriptionFacts;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells the rulebook what a text says: about to be signed, or signed. */
final class SignedFacts {

    private static final int A_WEEK = 7;
    private static final int A_MONTH = 30;

    private SignedFacts() {}

    /**
     * The facts' prescription group; of a decline, the act of signing alone.
     *
     * @param frozen what was marked ready
     * @param currentHash the hash of what is stored now
     * @param signedAt null while the signature is about to happen
     */
    static PrescriptionFacts of(
            FrozenText frozen, String currentHash, String signer, @Nullable Instant signedAt) {
        var text = frozen.content();
        var signing =
                new PrescriptionFacts.Signing(
                        signer, text.prescriber().id(), true, frozen.hash(), currentHash, signedAt);
        var prescription = text.prescription();
        return prescription == null
                ? new PrescriptionFacts(
                        text.decision(),
                        text.prescriber().id(),
                        text.issueDate(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        signing,
                        currentHash)
                : new PrescriptionFacts(
                        text.decision(),
                        text.prescriber().id(),
                        text.issueDate(),
                        prescription.refills(),
                        0,
                        false,
                        prescription.daysSupply(),
                        prescription.expiresOn(),
                        prescription.quantity(),
                        prescription.unitsPerDose(),
                        prescription.dosesPerPeriod(),
                        null,
                        doseOf(prescription),
                        contentOf(text, prescription),
                        signing,
                        currentHash);
    }

    private static PrescriptionFacts.Dose doseOf(SignedText.Prescription prescription) {
        return new PrescriptionFacts.Dose(
                new BigDecimal(prescription.strengthMg())
                        .multiply(BigDecimal.valueOf(prescription.unitsPerDose())),
                Math.ceilDiv(prescription.dosesPerPeriod(), prescription.daysSupply()),
                within(A_WEEK, prescription),
                within(A_MONTH, prescription));
    }

    /** The most sessions that fall into so many days, when they are spread evenly. */
    private static int within(int days, SignedText.Prescription prescription) {
        return Math.ceilDiv(prescription.dosesPerPeriod() * days, prescription.daysSupply());
    }

    private static PrescriptionFacts.Content contentOf(
            SignedText text, SignedText.Prescription prescription) {
        return new PrescriptionFacts.Content(
                text.patient().name(),
                text.patient().address(),
                prescription.drug(),
                prescription.strength(),
                prescription.form().words(),
                prescription.quantity(),
                prescription.quantityWords(),
                prescription.directions(),
                text.prescriber().name(),
                text.prescriber().address(),
                text.prescriber().dea(),
                text.prescriber().license());
    }
}
