package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Requests extends Repository<Request, RequestId> {

    Request save(Request request);

    Optional<Request> findById(RequestId id);

    Optional<Request> findByPatient(PatientId patient);

    default Request known(RequestId id) {
        return findById(id).orElseThrow(() -> new Refusal.Missing("This request"));
    }

    default Request known(PatientId patient) {
        return findByPatient(patient).orElseThrow(() -> new Refusal.Missing("This enrollment"));
    }
}
