package health.stillwater.enrollment;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.rulebook.Facts;
import health.stillwater.runtime.Acting;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door of enrollment, for a patient with an account and for the rooms that serve them.
 */
@Service
public class Enrollment {

    private final Requests requests;
    private final Patients patients;
    private final AssessmentsKept assessments;
    private final LocationBook locations;
    private final Consenting consents;
    private final FactsOfRequests facts;
    private final EnrollmentReading reading;
    private final Describing describing;
    private final AddressDesk addresses;
    private final IdentityDesk identities;
    private final Completion completion;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Enrollment(
            Requests requests,
            Patients patients,
            AssessmentsKept assessments,
            LocationBook locations,
            Consenting consents,
            FactsOfRequests facts,
            EnrollmentReading reading,
            Describing describing,
            AddressDesk addresses,
            IdentityDesk identities,
            Completion completion,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.requests = requests;
        this.patients = patients;
        this.assessments = assessments;
        this.locations = locations;
        this.consents = consents;
        this.facts = facts;
        this.reading = reading;
        this.describing = describing;
        this.addresses = addresses;
        this.identities = identities;
        this.completion = completion;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Opens the patient's request, or finds it again, and takes over the assessment they made
     * before.
     */
    public RequestId begin(PatientId patient, @Nullable AssessmentId assessment, String email) {
        var taken =
                assessment == null ? Optional.<Assessment>empty() : takeOver(assessment, patient);
        return transaction.execute(
                _ -> {
                    var person =
                            patients.findById(patient).orElseGet(() -> new Patient(patient, email));
                    person.reachedAt(email);
                    patients.save(person);
                    var request =
                            requests.latestOf(patient)
                                    .orElseGet(() -> Request.begin(patient, clock.instant()));
                    taken.ifPresent(answers -> request.basedOn(answers, clock.instant()));
                    return requests.save(request).id();
                });
    }

    /**
     * Opens the patient's next request after one that was let in; a second call finds the same.
     * Whether the treatment so far leaves room for it is for who calls to know.
     */
    @Transactional
    public RequestId beginNext(PatientId patient, RequestId after) {
        var latest = requests.known(patient);
        return latest.enrolled() && latest.id().equals(after)
                ? requests.save(Request.following(latest, clock.instant())).id()
                : latest.id();
    }

    /**
     * A visitor becomes a patient. Neither may see the other's rows, so the program hands the
     * answers over.
     */
    private Optional<Assessment> takeOver(AssessmentId id, PatientId patient) {
        return Acting.as(
                Actor.system("enrollment.take-over-assessment"),
                () ->
                        transaction.execute(
                                _ -> {
                                    var found =
                                            assessments.findById(id).filter(Assessment::finished);
                                    found.ifPresent(
                                            assessment -> {
                                                assessment.takenOverBy(patient);
                                                assessments.save(assessment);
                                            });
                                    return found;
                                }));
    }

    @Transactional(readOnly = true)
    public EnrollmentView of(PatientId patient) {
        return reading.enrollment(patient);
    }

    /** Keeps what the patient says about themselves, once every field is right. */
    public DescribeOutcome describe(PatientId patient, Profile profile) {
        return describing.describe(patient, profile);
    }

    /** The patient says where they are now. Holds for the day, in that place's zone. */
    @Transactional
    public void attestLocation(PatientId patient, String countyFips) {
        var county =
                describing
                        .served(countyFips)
                        .orElseThrow(
                                () ->
                                        new Refusal.Forbidden(
                                                "We cannot treat you from this location today."));
        var person = patients.known(patient);
        var zone =
                person.details()
                        .filter(told -> told.countyFips().equals(countyFips))
                        .map(told -> ZoneId.of(told.zone()))
                        .orElse(county.zone());
        locations.write(patient, county.state(), countyFips, zone, clock.instant());
        if (person.details().isPresent() && !person.addressFreshAt(clock.instant())) {
            addresses.recheckSoon(patient);
        }
        news.publishEvent(new LocationAttested(patient, clock.instant()));
    }

    /**
     * Sends the patient to the vendor, who sends them back to {@code returnTo}. Called outside any
     * transaction.
     */
    public URI startIdentityCheck(PatientId patient, URI returnTo) {
        return identities.start(patient, returnTo);
    }

    @Transactional(readOnly = true)
    public IdentityView identity(PatientId patient) {
        return reading.identity(patient);
    }

    @Transactional(readOnly = true)
    public List<ConsentView> consents(PatientId patient) {
        return consents.of(patient);
    }

    /** Signs the forms ticked, in the versions in force, and no other. */
    @Transactional
    public void sign(PatientId patient, Set<String> kinds, String typedName, String ip) {
        consents.sign(patients.known(patient), kinds, typedName, ip);
    }

    /** Takes a consent back. What was signed stays on record; from now on it does not count. */
    @Transactional
    public void withdraw(PatientId patient, String kind, String ip) {
        consents.withdraw(patients.known(patient), kind, ip);
    }

    /**
     * Asks the gate to let the patient in. Called outside any transaction: the address may have to
     * be asked about.
     */
    public CompletionOutcome complete(PatientId patient) {
        addresses.recheckNow(patient);
        return completion.complete(patient);
    }

    /** What enrollment knows of a request, for the gate. */
    @Transactional(readOnly = true)
    public Facts factsOf(RequestId request) {
        return facts.of(requests.known(request));
    }

    /**
     * What the gate said when the patient last asked to be let in, as it was kept. For the program,
     * and compliance; whoever shows it to staff publishes {@code Seen}.
     */
    @Transactional(readOnly = true)
    public Optional<String> lastJudgement(RequestId request) {
        return reading.lastJudgement(request);
    }

    /** Who the patient is. Whoever shows it to staff publishes {@code Seen}. */
    @Transactional(readOnly = true)
    public PatientView patient(PatientId patient) {
        return reading.patient(patient);
    }

    /**
     * The PHQ-2 each time the patient answered, the first first. Whoever shows it to staff
     * publishes {@code Seen}.
     */
    @Transactional(readOnly = true)
    public List<MoodScore> moodsOf(PatientId patient) {
        return reading.moods(patient);
    }

    /** Whose request this is; empty when there is none, or it is not for whoever asks. */
    @Transactional(readOnly = true)
    public Optional<PatientId> patientOf(RequestId request) {
        return requests.findById(request).map(Request::patient);
    }

    /** The patient's latest request; empty when there is none, or it is not for whoever asks. */
    @Transactional(readOnly = true)
    public Optional<RequestId> requestOf(PatientId patient) {
        return requests.latestOf(patient).map(Request::id);
    }

    @Transactional(readOnly = true)
    public RequestView request(RequestId id) {
        return reading.request(id);
    }

    @Transactional(readOnly = true)
    public Contact contactOf(PatientId patient) {
        return reading.contact(patient);
    }

    @Transactional
    public void stopTexts(PatientId patient) {
        var person = patients.known(patient);
        person.stopTexts(clock.instant());
        patients.save(person);
    }

    @Transactional
    public void allowTexts(PatientId patient) {
        var person = patients.known(patient);
        person.allowTexts(clock.instant());
        patients.save(person);
    }
}
