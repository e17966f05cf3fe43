package health.stillwater.portals.physician;

import static health.stillwater.portals.physician.Samples.EASTERN;
import static health.stillwater.portals.physician.Samples.FENCE;
import static health.stillwater.portals.physician.Samples.ME;
import static health.stillwater.portals.physician.Samples.NOW;
import static health.stillwater.portals.physician.Samples.REQUEST;
import static health.stillwater.portals.physician.Samples.ROSA;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.UsState;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionReason;
import health.stillwater.prescribing.DecisionRecord;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.DosageForm;
import health.stillwater.prescribing.PrescriberVerdict;
import health.stillwater.prescribing.PrescriptionView;
import health.stillwater.prescribing.SignedText;
import health.stillwater.prescribing.SigningRequest;
import health.stillwater.prescribing.SigningRequest.State;
import health.stillwater.prescribing.SigningStatement;
import health.stillwater.prescribing.Standing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Texts that are ready to sign, and one that is signed. */
final class Texts {

    static final UUID SIGNING = Samples.id("51900000");
    static final String NONCE = "bm9uY2UtYm91bmQtdG8tdGhlLXRleHQ";
    static final String HASH = "9f2c41d07be855a30c6eb1f722d984aa9f2c41d07be855a30c6eb1f722d984aa";
    static final String STATEMENT =
            "When you complete the two-factor sign-in now, you legally sign the prescription above.";

    private Texts() {}

    static SigningRequest ready(State state) {
        return request(approved(), state);
    }

    static SigningRequest declined() {
        return request(
                text(PrescriberVerdict.DECLINE, DecisionReason.UNSAFE_AT_HOME, null), State.OPEN);
    }

    static DecisionRecord record() {
        return new DecisionRecord(
                line(),
                approved(),
                HASH,
                "{\"format\":\"stillwater.evidence/1\"}",
                HASH,
                FENCE,
                "gold",
                NOW);
    }

    static DecisionView line() {
        return line(SIGNING, PrescriberVerdict.APPROVE, Standing.HOLDS);
    }

    static DecisionView line(UUID id, PrescriberVerdict verdict, Standing standing) {
        return new DecisionView(
                new DecisionId(id),
                REQUEST,
                ROSA,
                "Rosa Delgado",
                ME,
                "Maya Castellane",
                verdict,
                Optional.empty(),
                "We agreed to try this, starting low.",
                NOW,
                EASTERN,
                11,
                Optional.empty(),
                Optional.empty(),
                standing);
    }

    /** What was prescribed with a decision. */
    static PrescriptionView prescription(DecisionView decision) {
        return new PrescriptionView(
                decision.id(),
                REQUEST,
                ROSA,
                new PharmacyId(SIGNING),
                "ketamine hydrochloride (compounded), Schedule III",
                "100 mg",
                "rapid dissolve tablet",
                4,
                "four",
                "Dissolve 1 tablet under the tongue once a week",
                28,
                0,
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2027, 5, 23),
                "Maya Castellane",
                "1401000017",
                "FC4101010",
                "ME410101",
                "1200 Brickell Avenue, Miami, FL 33131",
                "Rosa Delgado",
                LocalDate.of(1979, 3, 14),
                "14 Alder Street, Miami, FL 33130");
    }

    private static SigningRequest request(SignedText text, State state) {
        return new SigningRequest(
                SIGNING,
                REQUEST,
                FENCE,
                text,
                HASH,
                NONCE,
                NOW.minusSeconds(40),
                NOW.plus(Duration.ofMinutes(14)),
                state);
    }

    private static SignedText approved() {
        return text(
                PrescriberVerdict.APPROVE,
                null,
                new SignedText.Prescription(
                        "ketamine hydrochloride (compounded), Schedule III",
                        "100",
                        DosageForm.RAPID_DISSOLVE_TABLET,
                        1,
                        4,
                        4,
                        "four",
                        28,
                        0,
                        "Dissolve 1 tablet under the tongue once a week, with your sitter present",
                        LocalDate.of(2027, 5, 23),
                        "0d000000-0000-4000-8000-000000000001",
                        "Cedar Compounding"));
    }

    private static SignedText text(
            PrescriberVerdict verdict,
            @Nullable DecisionReason reason,
            SignedText.@Nullable Prescription prescription) {
        return new SignedText(
                "stillwater.signed-text/1",
                SIGNING.toString(),
                REQUEST.toString(),
                verdict,
                reason,
                "We agreed to try this, starting low.",
                prescription == null ? "" : "Two treatments failed; blood pressure is normal.",
                prescription == null
                        ? ""
                        : "No approved product has this strength under the tongue.",
                new SignedText.Patient(
                        ROSA.toString(),
                        "Rosa Delgado",
                        LocalDate.of(1979, 3, 9),
                        "1200 Example Street, Miami, FL 33130"),
                new SignedText.Prescriber(
                        ME.toString(),
                        "Maya Castellane",
                        "1234567893",
                        "77 Sample Avenue, Orlando, FL 32801",
                        UsState.FL,
                        "FC1234563",
                        "ME 104417"),
                prescription,
                LocalDate.of(2026, 11, 23),
                EASTERN,
                new SigningStatement("prescription-1", "21 CFR 1311.140(a)(3)", STATEMENT),
                null,
                null,
                null,
                null);
    }
}
