package health.stillwater.enrollment;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a patient's enrollment is, or their next request.
 *
 * @param next whether it is for the next supply, after a request that was let in before
 * @param answersSpeakAgainst whether the latest answers close the way to treatment at home, for now
 * @param steps in the order they are asked for; each done or not, by the facts of this moment
 * @param stops why the gate last stopped, in words for the patient; empty unless stopped
 * @param profile what the patient told us; null until they did
 * @param location where they last said they are; null until they did
 * @param textsStopped whether they asked us to stop texting
 */
public record EnrollmentView(
        RequestId request,
        PatientId patient,
        boolean next,
        EnrollmentStage stage,
        boolean answersSpeakAgainst,
        List<StepView> steps,
        List<String> stops,
        String email,
        @Nullable Profile profile,
        @Nullable LocationView location,
        boolean textsStopped,
        Instant begunAt) {

    /** The steps this room knows. Card and visit are other rooms' to say. */
    public enum Step {
        ASSESSMENT("Assessment"),
        ABOUT_YOU("About you"),
        IDENTITY("Proof of identity"),
        CONSENTS("Forms to sign"),
        LOCATION("Where you are today");

        private final String title;

        Step(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** A step, and whether it is done. */
    public record StepView(Step step, boolean done) {}
}
