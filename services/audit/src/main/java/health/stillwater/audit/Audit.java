package health.stillwater.audit;

import health.stillwater.kernel.PatientId;
import java.util.List;
import org.springframework.stereotype.Service;

/** The front door of the audit trail. */
@Service
public class Audit {

    Audit() {}

    /** The rows that fit, newest first. */
    public List<AuditRow> search(AuditFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** Everything done to, or seen of, one patient's record, newest first. */
    public List<AuditRow> of(PatientId patient) {
        throw new UnsupportedOperationException();
    }
}
