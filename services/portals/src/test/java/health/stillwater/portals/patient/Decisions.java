package health.stillwater.portals.patient;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.UsState;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionReason;
import health.stillwater.prescribing.DecisionRecord;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.DosageForm;
import health.stillwater.prescribing.PrescriberVerdict;
import health.stillwater.prescribing.SignedText;
import health.stillwater.prescribing.SigningStatement;
import health.stillwater.prescribing.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signed decisions about Rosalind, invented. */
final class Decisions {

    static final UUID ID = UUID.fromString("a3f1c7d8-51c2-4c56-9d0a-0c6f7f1b2e44");
    private static final Instant SIGNED = Instant.parse("2026-11-24T18:12:00Z");

    private static final UUID EARLIER = UUID.fromString("51900000-0000-4000-8000-000000000003");

    private Decisions() {}

    static DecisionView view(PrescriberVerdict verdict) {
        return view(verdict, Rosalind.ME);
    }

    static DecisionView view(PrescriberVerdict verdict, PatientId patient) {
        return view(verdict, patient, Standing.HOLDS);
    }

    static DecisionView standing(PrescriberVerdict verdict, Standing standing) {
        return view(verdict, Rosalind.ME, standing);
    }

    private static DecisionView view(
            PrescriberVerdict verdict, PatientId patient, Standing standing) {
        var no = !verdict.prescribes();
        return new DecisionView(
                new DecisionId(ID),
                Rosalind.REQUEST,
                patient,
                "Rosalind Teague",
                Rosalind.CASTELLANE,
                "Dr. Ines Castellane",
                verdict,
                DecisionReason.of(verdict).stream()
                        .filter(reason -> !no || reason == DecisionReason.UNSAFE_AT_HOME)
                        .findFirst(),
                no
                        ? "Your blood pressure swings too much to be watched at home. Let us see it steady first."
                        : "Two medicines did not help enough, and nothing in your history speaks against a careful try.",
                SIGNED,
                Rosalind.EASTERN,
                41,
                Optional.empty(),
                verdict.concernsOne() ? Optional.of(new DecisionId(EARLIER)) : Optional.empty(),
                standing);
    }

    static DecisionRecord record(DecisionView view) {
        return new DecisionRecord(
                view,
                text(view),
                "9a".repeat(32),
                "{\"format\":\"stillwater.evidence/1\"}",
                "5c".repeat(32),
                3,
                "gold",
                SIGNED.minusSeconds(20));
    }

    private static SignedText text(DecisionView view) {
        var approved = view.verdict().prescribes();
        return new SignedText(
                "stillwater.signed-text/1",
                view.id().toString(),
                view.request().toString(),
                view.verdict(),
                view.reason().orElse(null),
                view.words(),
                approved
                        ? "The possible relief outweighs a rise in pressure that you can measure yourself."
                        : "",
                approved ? "No approved product exists in this form and strength." : "",
                new SignedText.Patient(
                        view.patient().toString(),
                        "Rosalind Teague",
                        LocalDate.of(1979, 3, 9),
                        "1204 Silver Springs Blvd, Ocala, FL 34470"),
                new SignedText.Prescriber(
                        view.physician().toString(),
                        view.physicianName(),
                        "1093817465",
                        "200 Lake Ave, Orlando, FL 32801",
                        UsState.FL,
                        "FC1234563",
                        "ME 104882"),
                approved ? prescription() : null,
                LocalDate.of(2026, 11, 24),
                Rosalind.EASTERN,
                new SigningStatement(
                        "decline-1", "program policy", "You sign the decision above as your own."),
                view.about().map(DecisionId::toString).orElse(null),
                null,
                null,
                null);
    }

    private static SignedText.@Nullable Prescription prescription() {
        return new SignedText.Prescription(
                "Ketamine hydrochloride",
                "100",
                DosageForm.TROCHE,
                1,
                4,
                8,
                "eight",
                28,
                0,
                "Let one troche dissolve under the tongue twice a week, with an adult present.",
                LocalDate.of(2026, 12, 31),
                UUID.randomUUID().toString(),
                "Lakeshore Compounding");
    }
}
