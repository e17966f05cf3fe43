package health.stillwater.enrollment;

import health.stillwater.enrollment.EnrollmentView.Step;
import health.stillwater.enrollment.EnrollmentView.StepView;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.RequestId;
import health.stillwater.rulebook.County;
import health.stillwater.rulebook.RequestFacts;
import health.stillwater.rulebook.Rulebook;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads what enrollment keeps, as patients and the other rooms are shown it. Called within a
 * transaction.
 */
@Component
class EnrollmentReading {

    private final Requests requests;
    private final Patients patients;
    private final AssessmentsKept assessments;
    private final LocationBook locations;
    private final Consenting consents;
    private final GateBook gate;
    private final FactsOfRequests facts;
    private final Rulebook rulebook;
    private final Clock clock;

    EnrollmentReading(
            Requests requests,
            Patients patients,
            AssessmentsKept assessments,
            LocationBook locations,
            Consenting consents,
            GateBook gate,
            FactsOfRequests facts,
            Rulebook rulebook,
            Clock clock) {
        this.requests = requests;
        this.patients = patients;
        this.assessments = assessments;
        this.locations = locations;
        this.consents = consents;
        this.gate = gate;
        this.facts = facts;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    EnrollmentView enrollment(PatientId patient) {
        var request = requests.known(patient);
        var person = patients.known(patient);
        var place = locations.latest(patient);
        var answers = request.assessment().flatMap(assessments::findById);
        var stops =
                request.stage() == EnrollmentStage.STOPPED
                        ? gate.lastSentences(request)
                        : List.<String>of();
        return new EnrollmentView(
                request.id(),
                patient,
                request.kind() == RequestFacts.Kind.RENEWAL,
                request.stage(),
                answers.filter(given -> !given.opensTheWay()).isPresent(),
                steps(answers.filter(Assessment::opensTheWay).isPresent(), person, place),
                stops,
                person.email(),
                person.details().map(Details::asTold).orElse(null),
                place.map(this::view).orElse(null),
                person.textsStopped(),
                request.begunAt());
    }

    private List<StepView> steps(
            boolean assessed, Patient person, Optional<LocationBook.Line> place) {
        var verified =
                facts.identityOf(person)
                        .filter(check -> check.stage() == IdentityCheck.Stage.VERIFIED)
                        .isPresent();
        var here = place.filter(line -> line.holdsAt(clock.instant())).isPresent();
        return List.of(
                new StepView(Step.ASSESSMENT, assessed),
                new StepView(Step.ABOUT_YOU, person.details().isPresent()),
                new StepView(Step.IDENTITY, verified),
                new StepView(Step.CONSENTS, consents.complete(person.id())),
                new StepView(Step.LOCATION, here));
    }

    private LocationView view(LocationBook.Line line) {
        var county = rulebook.county(line.countyFips()).map(County::name).orElse("");
        return new LocationView(line.state(), line.countyFips(), county, line.zone(), line.at());
    }

    IdentityView identity(PatientId patient) {
        return facts.identityOf(patients.known(patient))
                .map(
                        check ->
                                new IdentityView(
                                        switch (check.stage()) {
                                            case PLANNED, OPEN -> IdentityView.Status.WAITING;
                                            case VERIFIED -> IdentityView.Status.VERIFIED;
                                            case FAILED -> IdentityView.Status.FAILED;
                                        },
                                        check.proof().map(Proof::troubles).orElse(List.of()),
                                        check.observedAt()))
                .orElse(new IdentityView(IdentityView.Status.NOT_STARTED, List.of(), null));
    }

    List<MoodScore> moods(PatientId patient) {
        return assessments.findByPatientAndFinishedAtIsNotNullOrderByFinishedAt(patient).stream()
                .flatMap(sent -> sent.mood().stream())
                .toList();
    }

    PatientView patient(PatientId patient) {
        var person = patients.known(patient);
        var told = person.told();
        return new PatientView(
                patient,
                told.name(),
                told.dateOfBirth(),
                told.phone(),
                person.email(),
                told.address(),
                told.countyFips(),
                rulebook.county(told.countyFips()).map(County::name).orElse(""),
                told.state(),
                ZoneId.of(told.zone()));
    }

    RequestView request(RequestId id) {
        var request = requests.known(id);
        var indication =
                facts.indicationOf(request)
                        .map(track -> track.name().toLowerCase(Locale.ROOT))
                        .orElse("");
        return new RequestView(
                id, request.patient(), indication, answersInWords(request), request.since());
    }

    Optional<String> lastJudgement(RequestId request) {
        return gate.last(requests.known(request));
    }

    private Map<String, String> answersInWords(Request request) {
        var words = new LinkedHashMap<String, String>();
        request.assessment()
                .flatMap(assessments::findById)
                .ifPresent(
                        assessment ->
                                AnswersInWords.of(
                                                assessment.answers(),
                                                Assessments.counties(
                                                        rulebook, assessment.answers()))
                                        .forEach(
                                                answered ->
                                                        words.put(
                                                                answered.title(),
                                                                answered.answer())));
        return words;
    }

    Contact contact(PatientId patient) {
        var person = patients.known(patient);
        var told = person.told();
        var mayText = consents.allowsMessages(patient) && !person.textsStopped();
        return new Contact(told.phone(), ZoneId.of(told.zone()), mayText);
    }
}
