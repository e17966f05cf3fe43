package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Notices extends Repository<Notice, String> {

    Notice save(Notice notice);

    Optional<Notice> findById(String id);

    List<Notice> findByPatientOrderByReceivedAtDesc(PatientId patient);
}
