package health.stillwater.portals.patient;

import health.stillwater.enrollment.EnrollmentView.Step;
import java.util.List;

/** The steps of an enrollment in the order of the journey, each with the way to it. */
final class StepsToGo {

    private StepsToGo() {}

    /** None once the patient is enrolled. */
    static List<StepRow> of(Journey journey) {
        if (journey.enrolled()) {
            return List.of();
        }
        return List.of(
                row(
                        "A few questions",
                        journey.assessed(),
                        journey.assessed() ? "/patient/record" : "/start",
                        "Answer"),
                step(journey, Step.ABOUT_YOU, "About you", "/patient/about", "Fill in"),
                step(journey, Step.IDENTITY, "Proof of identity", "/patient/identity", "Begin"),
                step(journey, Step.CONSENTS, "Forms to sign", "/patient/consents", "Read"),
                row("Card, charged nothing now", journey.cardOnFile(), "/patient/card", "Save"),
                step(
                        journey,
                        Step.LOCATION,
                        "Where you are today",
                        "/patient/location",
                        "Say where"));
    }

    private static StepRow step(
            Journey journey, Step step, String title, String address, String link) {
        return row(title, journey.done(step), address, link);
    }

    private static StepRow row(String title, boolean done, String address, String link) {
        return new StepRow(title, done, address, done ? "Look again" : link);
    }
}
