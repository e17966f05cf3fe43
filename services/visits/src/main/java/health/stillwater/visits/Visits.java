package health.stillwater.visits;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The front door of visits. */
@Service
public class Visits {

    Visits() {}

    public List<Slot> openSlots(RequestId request, LocalDate from) {
        throw new UnsupportedOperationException();
    }

    public VisitId book(RequestId request, PatientId patient, PhysicianId physician, Instant startsAt) {
        throw new UnsupportedOperationException();
    }

    public void cancel(VisitId visit, PatientId patient) {
        throw new UnsupportedOperationException();
    }

    public Optional<VisitView> of(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    public List<VisitView> agenda(PhysicianId physician) {
        throw new UnsupportedOperationException();
    }

    public VisitView visit(VisitId visit, PhysicianId physician) {
        throw new UnsupportedOperationException();
    }

    public void start(VisitId visit, PhysicianId physician, String countyFips) {
        throw new UnsupportedOperationException();
    }

    public void finish(VisitId visit, PhysicianId physician, VisitRecord record) {
        throw new UnsupportedOperationException();
    }

    public void recordPdmp(
            RequestId request, PhysicianId physician, UsState state, String reportId, String findings) {
        throw new UnsupportedOperationException();
    }

    public List<PdmpView> pdmpOf(RequestId request) {
        throw new UnsupportedOperationException();
    }

    public Facts factsOf(RequestId request) {
        throw new UnsupportedOperationException();
    }

    public Optional<VisitRecordView> recordOf(RequestId request) {
        throw new UnsupportedOperationException();
    }
}
