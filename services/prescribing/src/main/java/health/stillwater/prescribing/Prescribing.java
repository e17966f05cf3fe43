package health.stillwater.prescribing;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.rulebook.Facts;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The front door of prescribing. */
@Service
public class Prescribing {

    Prescribing() {}

    public Draft draftOf(RequestId request, PhysicianId physician) {
        throw new UnsupportedOperationException();
    }

    public Draft save(RequestId request, PhysicianId physician, Draft draft) {
        throw new UnsupportedOperationException();
    }

    public ReadyOutcome readyToSign(RequestId request, PhysicianId physician, long fence, DecisionForm form) {
        throw new UnsupportedOperationException();
    }

    public SigningRequest signing(UUID id, PhysicianId physician) {
        throw new UnsupportedOperationException();
    }

    public SigningOutcome sign(UUID id, PhysicianId physician, SecondFactor factor) {
        throw new UnsupportedOperationException();
    }

    public List<DecisionView> decisionsOf(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    public List<DecisionView> decisionsBy(PhysicianId physician) {
        throw new UnsupportedOperationException();
    }

    public DecisionRecord record(DecisionId decision) {
        throw new UnsupportedOperationException();
    }

    public PrescriptionView prescription(DecisionId decision) {
        throw new UnsupportedOperationException();
    }

    public Facts factsOf(DecisionId decision) {
        throw new UnsupportedOperationException();
    }
}
