package health.stillwater.licensing;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.UsState;
import java.net.URI;
import java.util.List;

/**
 * A pharmacy that joins the program.
 *
 * @param webhook where it hears of new orders
 * @param webhookSecret what those messages are signed with
 */
public record NewPharmacy(
        PharmacyId id,
        String name,
        UsState homeState,
        String phone,
        URI webhook,
        String webhookSecret,
        boolean compoundingCompetent,
        boolean epcsCapable,
        List<NewCredential> credentials) {

    public NewPharmacy {
        credentials = List.copyOf(credentials);
        for (var credential : credentials) {
            switch (credential) {
                case NewCredential.PharmacyLicense _,
                        NewCredential.PharmacyRegistration _,
                        NewCredential.PharmacyDea _ -> {}
                case NewCredential.MedicalLicense _,
                        NewCredential.DeaRegistration _,
                        NewCredential.CdsRegistration _ ->
                        throw new IllegalArgumentException(
                                "a physician's, not a pharmacy's: " + credential);
            }
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "NewPharmacy[" + id + ", " + name + "]";
    }
}
