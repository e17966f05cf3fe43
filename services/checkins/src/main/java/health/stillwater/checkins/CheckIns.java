package health.stillwater.checkins;

import health.stillwater.kernel.PatientId;
import java.util.List;
import org.springframework.stereotype.Service;

/** The front door of the check-ins. */
@Service
public class CheckIns {

    CheckIns() {}

    /** Messages, answers and what comes next. */
    public CheckInsView of(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    /** How the patient has been, check-in by check-in; a check-in without an answer is a gap. */
    public List<CheckInPoint> trend(PatientId patient) {
        throw new UnsupportedOperationException();
    }
}
