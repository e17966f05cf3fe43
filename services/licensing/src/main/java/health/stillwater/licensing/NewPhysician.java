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
        credentials.forEach(Holder.of(id)::requireMayHold);
    }
}
