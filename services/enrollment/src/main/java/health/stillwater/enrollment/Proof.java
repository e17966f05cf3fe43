package health.stillwater.enrollment;

import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What the vendor compared, one by one. {@code duplicate} and {@code deceased} are true when
 * something is wrong.
 */
@Embeddable
record Proof(
        boolean document,
        boolean liveness,
        boolean selfieMatch,
        boolean nameMatch,
        boolean birthMatch,
        boolean addressMatch,
        boolean duplicate,
        boolean deceased) {

    boolean complete() {
        return troubles().isEmpty();
    }

    /** What did not match, in words for the patient. */
    List<String> troubles() {
        var all = new LinkedHashMap<String, Boolean>();
        all.put("The document could not be read or has expired.", !document);
        all.put("The live camera check did not succeed. More light may help.", !liveness);
        all.put("Your picture did not match the document.", !selfieMatch);
        all.put("The name is not the one you gave us under “About you”.", !nameMatch);
        all.put("The date of birth is not the one you gave us.", !birthMatch);
        all.put("The address is not the one you gave us.", !addressMatch);
        all.put(
                "We need to talk with you about your records. Please write to us.",
                duplicate || deceased);
        return all.keySet().stream().filter(all::get).toList();
    }
}
