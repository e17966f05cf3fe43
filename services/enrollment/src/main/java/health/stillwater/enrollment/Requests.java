package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Requests extends Repository<Request, RequestId> {

    Request save(Request request);

    Optional<Request> findById(RequestId id);

    Optional<Request> findFirstByPatientOrderByBegunAtDesc(PatientId patient);

    /** The one the patient is at, or was last. */
    default Optional<Request> latestOf(PatientId patient) {
        return findFirstByPatientOrderByBegunAtDesc(patient);
    }

    default Request known(RequestId id) {
        return findById(id).orElseThrow(() -> new Refusal.Missing("This request"));
    }

    default Request known(PatientId patient) {
        return latestOf(patient).orElseThrow(() -> new Refusal.Missing("This enrollment"));
    }
}
