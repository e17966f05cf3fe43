package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import health.stillwater.rulebook.Facts;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The front door of enrollment, for a patient with an account and for the rooms that serve them. */
@Service
public class Enrollment {

    Enrollment() {}

    /** Opens the patient's request, or finds it again, and takes over the assessment they made before. */
    public RequestId begin(PatientId patient, @Nullable AssessmentId assessment, String email) {
        throw new UnsupportedOperationException();
    }

    public EnrollmentView of(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    public DescribeOutcome describe(PatientId patient, Profile profile) {
        throw new UnsupportedOperationException();
    }

    /** The patient says where they are now. Holds for the day, in that place's zone. */
    public void attestLocation(PatientId patient, String countyFips) {
        throw new UnsupportedOperationException();
    }

    /** Sends the patient to the vendor, who sends them back to {@code returnTo}. */
    public URI startIdentityCheck(PatientId patient, URI returnTo) {
        throw new UnsupportedOperationException();
    }

    public IdentityView identity(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    public List<ConsentView> consents(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    public void sign(PatientId patient, Set<String> kinds, String typedName, String ip) {
        throw new UnsupportedOperationException();
    }

    public void withdraw(PatientId patient, String kind, String ip) {
        throw new UnsupportedOperationException();
    }

    public CompletionOutcome complete(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    public Facts factsOf(RequestId request) {
        throw new UnsupportedOperationException();
    }

    public PatientView patient(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    public RequestView request(RequestId request) {
        throw new UnsupportedOperationException();
    }

    public Contact contactOf(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    public void stopTexts(PatientId patient) {
        throw new UnsupportedOperationException();
    }

    public void allowTexts(PatientId patient) {
        throw new UnsupportedOperationException();
    }
}
