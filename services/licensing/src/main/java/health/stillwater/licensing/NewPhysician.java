package health.stillwater.licensing;

import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import java.util.List;

/**
 * A physician who joins the program.
 *
 * @param id the physician's account id
 * @param practiceState where the physician practices, which is where reports of prescriptions are
 *     asked for as well
 */
public record NewPhysician(
        PhysicianId id,
        String name,
        String npi,
        String practiceAddress,
        UsState practiceState,
        List<NewCredential> credentials) {

    public NewPhysician {
        Npi.check(npi);
        credentials = List.copyOf(credentials);
        for (var credential : credentials) {
            switch (credential) {
                case NewCredential.MedicalLicense _,
                        NewCredential.DeaRegistration _,
                        NewCredential.CdsRegistration _ -> {}
                case NewCredential.PharmacyLicense _,
                        NewCredential.PharmacyRegistration _,
                        NewCredential.PharmacyDea _ ->
                        throw new IllegalArgumentException(
                                "a pharmacy's, not a physician's: " + credential);
            }
        }
    }
}
