package health.stillwater.portals.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.ledger.Checkpoint;
import health.stillwater.ledger.Evidence;
import health.stillwater.ledger.Proof;
import health.stillwater.prescribing.CaseFileOutcome;
import health.stillwater.prescribing.CaseFileScope;
import health.stillwater.prescribing.DecisionId;
import health.stillwater.prescribing.DecisionRecord;
import health.stillwater.prescribing.DecisionView;
import health.stillwater.prescribing.PrescriberVerdict;
import health.stillwater.prescribing.SignedText;
import health.stillwater.prescribing.SigningStatement;
import health.stillwater.prescribing.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A gathered case file, invented: the second decision takes the place of the first. */
public final class Sample {

    public static final PatientId ROSALIND = PatientId.of("0199a1c7-51c2-7c56-8d0a-0c6f7f1b2e44");
    private static final Instant AT = Instant.parse("2026-11-24T18:12:00Z");
    private static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private Sample() {}

    public static CaseFileOutcome.Gathered of(int decisions) {
        return of(decisions, "Two medicines did not help enough.");
    }

    static CaseFileOutcome.Gathered of(int decisions, String words) {
        var records = new ArrayList<DecisionRecord>();
        var entries = new ArrayList<Evidence.Entry>();
        for (int i = 0; i < decisions; i++) {
            var record = record(i, words);
            records.add(record);
            entries.add(
                    new Evidence.Entry(
                            i,
                            record.bundle().getBytes(UTF_8),
                            new Proof(i, decisions, List.of())));
        }
        var checkpoint =
                new Checkpoint(
                        decisions,
                        new byte[32],
                        "stillwater.health/decisions\n"
                                + decisions
                                + "\ncm9vdA==\n\n— stillwater.health/decisions c2VhbA==\n");
        return new CaseFileOutcome.Gathered(
                new CaseFileScope.OfPatient(ROSALIND),
                AT,
                records,
                new Evidence(checkpoint, "key\n", entries));
    }

    private static DecisionRecord record(int i, String words) {
        var view =
                new DecisionView(
                        id(i),
                        RequestId.next(),
                        ROSALIND,
                        "Rosalind Teague",
                        PhysicianId.next(),
                        "Dr. Ines Castellane",
                        PrescriberVerdict.DECLINE,
                        Optional.empty(),
                        words,
                        AT.plusSeconds(i),
                        EASTERN,
                        i,
                        i == 1 ? Optional.of(id(0)) : Optional.empty(),
                        Optional.empty(),
                        Standing.HOLDS);
        var bundle =
                """
                {"gate":{"verdicts":[{"answer":"PASS","reason":"","row":"D05"},{"answer":"FAIL","reason":"No visit","row":"D06"}]},\
                "text":{"clinicalDifference":"","patient":{"dateOfBirth":"1979-03-09","name":"Rosalind Teague"},"words":"As <b>written</b>"}}""";
        return new DecisionRecord(
                view, text(view), "9a".repeat(32), bundle, "5c".repeat(32), 3, "gold", AT);
    }

    private static DecisionId id(int i) {
        return new DecisionId(new UUID(0x0199_a1c7_51c2_7c56L, 0x8d0a_0000_0000_0000L + i));
    }

    private static SignedText text(DecisionView view) {
        return new SignedText(
                "stillwater.signed-text/1",
                view.id().toString(),
                view.request().toString(),
                view.verdict(),
                null,
                view.words(),
                "",
                "",
                new SignedText.Patient(
                        ROSALIND.toString(),
                        view.patientName(),
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
                null,
                LocalDate.of(2026, 11, 24),
                EASTERN,
                new SigningStatement("decline-1", "program policy", "You sign it as your own."),
                null,
                view.supersedes().map(DecisionId::toString).orElse(null),
                null,
                null);
    }
}
