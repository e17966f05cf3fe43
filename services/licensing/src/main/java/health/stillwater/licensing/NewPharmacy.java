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
        credentials.forEach(Holder.of(id)::requireMayHold);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "NewPharmacy[" + id + ", " + name + "]";
    }
}
