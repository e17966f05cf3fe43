package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Requests extends Repository<Request, RequestId> {

    Request save(Request request);

    Optional<Request> findById(RequestId id);

    Optional<Request> findByPatient(PatientId patient);
}
