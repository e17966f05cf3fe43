package health.stillwater;

import static health.stillwater.testing.Actors.as;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import health.stillwater.portals.casefile.CaseFiles;
import health.stillwater.prescribing.CaseFileOutcome;
import health.stillwater.prescribing.CaseFileScope;
import health.stillwater.prescribing.Prescribing;
import health.stillwater.prescribing.SigningOutcome;
import health.stillwater.testing.Actors;
import health.stillwater.testing.OutsideProgram;
import health.stillwater.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Decisions signed in the whole system, written out, and checked by a program with no code of ours.
 */
class CaseFileTests extends WholeSystem {

    private static final Path VERIFIER =
            Path.of("../../infra/verify/VerifyCaseFile.java").toAbsolutePath().normalize();

    @Autowired People people;

    @Autowired Care care;

    @Autowired Prescribing prescribing;

    @Autowired CaseFiles caseFiles;

    @Autowired TestClock clock;

    @Test
    void aYesAndANoAreVerifiedFromOutsideAndEachPatientTakesTheirOwn(@TempDir Path folder)
            throws IOException {
        people.pharmacyIn("gulfside", UsState.FL);
        var physician = people.physicianIn("Dr. Castellane", UsState.FL, UsState.FL);
        care.waitUntil(() -> people.mayPrescribe(physician, UsState.FL));
        var begins = clock.instant();
        var approved = decided(physician, true);
        var declined = decided(physician, false);
        var time =
                new CaseFileScope.OfPhysician(
                        physician, begins, clock.instant().plus(Duration.ofDays(1)));

        var officers = zip(Actors.staff(Actor.Kind.COMPLIANCE), time);
        assertThat(verified(folder, officers)).startsWith("Verified: 2 decisions");
        for (var patient : new PatientId[] {approved, declined}) {
            var own = zip(Actors.patient(patient), new CaseFileScope.OfPatient(patient));
            assertThat(verified(folder, own))
                    .startsWith("Verified: 1 decisions")
                    .contains("patient " + patient);
            var other = patient.equals(approved) ? declined : approved;
            assertThat(new String(own, StandardCharsets.UTF_8)).doesNotContain(other.toString());
        }
        officers[officers.length / 2] ^= 1;
        assertThat(verified(folder, officers)).startsWith("Not verified");
    }

    private PatientId decided(PhysicianId physician, boolean yes) {
        var patient = care.seen(physician, UsState.FL, Care.MIAMI_DADE);
        var form = yes ? Written.approval() : Written.refusal();
        assertThat(care.signs(physician, care.requestOf(patient), form))
                .isInstanceOf(SigningOutcome.Signed.class);
        return patient;
    }

    private byte[] zip(Actor actor, CaseFileScope scope) {
        return as(
                actor,
                () -> {
                    var outcome = prescribing.caseFile(scope);
                    assertThat(outcome).isInstanceOf(CaseFileOutcome.Gathered.class);
                    return caseFiles.zip((CaseFileOutcome.Gathered) outcome);
                });
    }

    private static String verified(Path folder, byte[] zip) throws IOException {
        return OutsideProgram.says(VERIFIER, Files.write(folder.resolve("case-file.zip"), zip));
    }
}
