package health.stillwater.licensing;

import java.util.List;
import java.util.UUID;

/** The organization that runs the program, and where it is registered to treat at a distance. */
public record NewOrganization(UUID id, String name, List<NewCredential> credentials) {

    public NewOrganization {
        credentials = List.copyOf(credentials);
        credentials.forEach(Holder.of(id)::requireMayHold);
    }
}
