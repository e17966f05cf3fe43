package health.stillwater.prescribing;

import health.stillwater.enrollment.PatientView;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.licensing.PharmacyView;
import health.stillwater.licensing.PhysicianView;
import health.stillwater.rulebook.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what the physician is shown from the checked form and what is on record. */
record Wording(
        UUID signing,
        RequestId request,
        PatientView patient,
        PhysicianView physician,
        Optional<PharmacyView> pharmacy,
        Facts facts,
        Instant at) {

    /** A Schedule III prescription may not be filled later than this (21 CFR 1306.22). */
    private static final int MONTHS_VALID = 6;

    SignedText of(CheckedForm.WriteNone none) {
        return text(none.verdict(), none.reason(), none.words(), "", "", null, none.named(), null);
    }

    SignedText of(CheckedForm.Prescribe prescribe) {
        var elsewhere = prescribe.elsewhere();
        return text(
                prescribe.verdict(),
                prescribe.reason(),
                prescribe.words(),
                prescribe.benefitRisk(),
                prescribe.clinicalDifference(),
                prescription(prescribe.medicine()),
                prescribe.named(),
                elsewhere.isEmpty() ? null : elsewhere);
    }

    private SignedText.Prescription prescription(CheckedForm.Medicine medicine) {
        return new SignedText.Prescription(
                Drug.KETAMINE_HYDROCHLORIDE.words(),
                medicine.strengthMg().toPlainString(),
                medicine.form(),
                medicine.unitsPerDose(),
                medicine.dosesPerPeriod(),
                medicine.quantity(),
                NumberWords.of(medicine.quantity()),
                medicine.daysSupply(),
                0,
                medicine.directions(),
                issueDate().plusMonths(MONTHS_VALID),
                pharmacy.map(PharmacyView::id).map(PharmacyId::toString).orElse(""),
                pharmacy.map(PharmacyView::name).orElse(""));
    }

    private SignedText text(
            PrescriberVerdict verdict,
            @Nullable DecisionReason reason,
            String words,
            String benefitRisk,
            String clinicalDifference,
            SignedText.@Nullable Prescription prescription,
            CheckedForm.Named named,
            @Nullable String elsewhere) {
        return new SignedText(
                SignedText.FORMAT,
                signing.toString(),
                request.toString(),
                verdict,
                reason,
                words,
                benefitRisk,
                clinicalDifference,
                new SignedText.Patient(
                        patient.id().toString(),
                        patient.name(),
                        patient.dateOfBirth(),
                        patient.address().toString()),
                prescriber(),
                prescription,
                issueDate(),
                zone(),
                SigningStatement.of(verdict),
                text(named.about()),
                text(named.corrects()),
                elsewhere,
                null);
    }

    private static @Nullable String text(@Nullable DecisionId named) {
        return named == null ? null : named.toString();
    }

    private SignedText.Prescriber prescriber() {
        return new SignedText.Prescriber(
                physician.id().toString(),
                physician.name(),
                physician.npi(),
                physician.practiceAddress(),
                state(),
                deaNumber(),
                licenseNumber());
    }

    private String deaNumber() {
        var prescriber = facts.prescriber();
        var all = prescriber == null ? null : prescriber.deaRegistrations();
        var one = all == null ? null : all.get(state().name());
        var number = one == null ? null : one.number();
        return number == null ? "" : number;
    }

    private String licenseNumber() {
        var prescriber = facts.prescriber();
        var all = prescriber == null ? null : prescriber.licenses();
        var one = all == null ? null : all.get(state().name());
        var number = one == null ? null : one.number();
        return number == null ? "" : number;
    }

    /**
     * Today where the patient is: a prescription is dated and signed on the day it is issued (21
     * CFR 1306.05).
     */
    private LocalDate issueDate() {
        return LocalDate.ofInstant(at, zone());
    }

    private ZoneId zone() {
        var location = facts.location();
        var attested = location == null ? null : location.zone();
        return attested == null ? patient.zone() : attested;
    }

    private UsState state() {
        return stateOf(facts).orElseGet(patient::state);
    }

    /** Where the patient says they are. */
    static Optional<UsState> stateOf(Facts facts) {
        var location = facts.location();
        var code = location == null ? null : location.state();
        return Arrays.stream(UsState.values()).filter(state -> state.name().equals(code)).findAny();
    }
}
