package health.stillwater.outlook;

import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.UsState;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Which of those who would be stopped; a null asks for all.
 *
 * @param row stopped by this row, among others
 */
public record AffectedFilter(
        @Nullable String row,
        @Nullable UsState state,
        @Nullable PhysicianId physician,
        @Nullable PharmacyId pharmacy) {

    public static AffectedFilter everybody() {
        return new AffectedFilter(null, null, null, null);
    }

    /** For the audit trail. */
    String words() {
        var words = new ArrayList<String>();
        if (row != null) {
            words.add("row " + row);
        }
        if (state != null) {
            words.add("state " + state);
        }
        if (physician != null) {
            words.add("physician " + physician);
        }
        if (pharmacy != null) {
            words.add("pharmacy " + pharmacy);
        }
        return words.isEmpty() ? "all" : String.join(", ", words);
    }
}
