package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import java.time.Instant;
import java.util.List;

/** Which signed decisions a case file holds. */
public sealed interface CaseFileScope {

    /** Every decision about one patient. */
    record OfPatient(PatientId patient) implements CaseFileScope {}

    /** Every decision of one physician in a time. */
    record OfPhysician(PhysicianId physician, Instant from, Instant until)
            implements CaseFileScope {}

    /** Every decision in a time. */
    record OfTime(Instant from, Instant until) implements CaseFileScope {}

    /** The same in lines of ids and instants, as the manifest says it. */
    default List<String> lines() {
        return switch (this) {
            case OfPatient it -> List.of("patient " + it.patient());
            case OfPhysician it ->
                    List.of(
                            "physician " + it.physician(),
                            "from " + it.from(),
                            "until " + it.until());
            case OfTime it -> List.of("from " + it.from(), "until " + it.until());
        };
    }
}
