package health.stillwater.portals.patient;

import health.stillwater.enrollment.ConsentView;
import health.stillwater.enrollment.ConsentView.Status;
import health.stillwater.rulebook.ConsentForm;
import java.util.List;
import java.util.stream.Stream;

/** Two forms of the program: the one with points of its own, and a plain one. */
final class Forms {

    static final ConsentForm TREATMENT =
            new ConsentForm(
                    "treatment",
                    "7",
                    "Agreeing to treatment with compounded ketamine",
                    List.of(
                            "Using it for depression, anxiety or pain is called off-label use. A physician may do so.",
                            "If it helps, the help may not last. It is not a cure.",
                            "You may stop at any time. Talk with your physician first if you can."),
                    List.of(
                            new ConsentForm.Risk(
                                    "abuse_misuse",
                                    "Ketamine can be misused. Do not take more than prescribed."),
                            new ConsentForm.Risk(
                                    "respiratory_depression", "It can slow your breathing.")),
                    "Compounded ketamine is not FDA-approved for any mental health condition or for pain.");
    static final ConsentForm MESSAGING =
            new ConsentForm(
                    "messaging",
                    "2",
                    "Text messages from us",
                    List.of(
                            "I agree to get text messages about my care.",
                            "I can reply STOP at any time, and the texts stop."),
                    List.of(),
                    null);

    private Forms() {}

    static List<ConsentView> open() {
        return each(Status.NOT_SIGNED);
    }

    static List<ConsentView> signed() {
        return each(Status.SIGNED);
    }

    static List<ConsentView> outdated() {
        return each(Status.OUTDATED);
    }

    private static List<ConsentView> each(Status status) {
        return Stream.of(TREATMENT, MESSAGING)
                .map(
                        form ->
                                switch (status) {
                                    case NOT_SIGNED -> new ConsentView(form, status, null, null);
                                    case OUTDATED ->
                                            new ConsentView(form, status, "1", Rosalind.NOW);
                                    case SIGNED, WITHDRAWN ->
                                            new ConsentView(
                                                    form, status, form.version(), Rosalind.NOW);
                                })
                .toList();
    }
}
