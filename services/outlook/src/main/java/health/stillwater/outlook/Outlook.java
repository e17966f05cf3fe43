package health.stillwater.outlook;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.Seen;
import health.stillwater.licensing.Licensing;
import health.stillwater.runtime.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door of the outlook. For compliance; the database shows its people to nobody else. */
@Service
public class Outlook {

    /** How far ahead one can look. */
    public static final int YEARS = 5;

    private final Tallies tallies;
    private final Lists lists;
    private final People people;
    private final Lookout lookout;
    private final Losses losses;
    private final Reasons reasons;
    private final Enrollment enrollment;
    private final Licensing licensing;
    private final TransactionTemplate transaction;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Outlook(
            Tallies tallies,
            Lists lists,
            People people,
            Lookout lookout,
            Losses losses,
            Reasons reasons,
            Enrollment enrollment,
            Licensing licensing,
            TransactionTemplate transaction,
            ObjectProvider<SchedulerClient> scheduler,
            ApplicationEventPublisher news,
            Clock clock) {
        this.tallies = tallies;
        this.lists = lists;
        this.people = people;
        this.lookout = lookout;
        this.losses = losses;
        this.reasons = reasons;
        this.enrollment = enrollment;
        this.licensing = licensing;
        this.transaction = transaction;
        this.scheduler = scheduler;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Whether people can be counted by this row. The others read what is asked anew for every
     * prescription.
     */
    public static boolean counts(String row) {
        return Lookout.counts(row);
    }

    /** The day on which compliance is now. */
    public LocalDate today() {
        return lookout.today();
    }

    /**
     * How many would be stopped. A count of the last minutes is shown again; otherwise one begins,
     * and whoever asks again sees how far it is.
     */
    @Transactional
    public TallyView tally(LookAhead question) {
        ahead(question);
        return latest(question)
                .filter(tally -> tally.isGoodAt(clock.instant()))
                .orElseGet(() -> begin(question))
                .view();
    }

    /** Counts anew, unless a count of this question is under way. */
    @Transactional
    public TallyView countAnew(LookAhead question) {
        ahead(question);
        return latest(question)
                .filter(tally -> tally.isCounting() && tally.isGoodAt(clock.instant()))
                .orElseGet(() -> begin(question))
                .view();
    }

    private Optional<Tally> latest(LookAhead question) {
        return tallies.findFirstByDayAndSuppositionOrderByAskedAtDesc(
                question.on(), question.supposition().code());
    }

    private Tally begin(LookAhead question) {
        var now = clock.instant();
        var tally =
                tallies.save(new Tally(question, lookout.instantOf(question), people.count(), now));
        var task = OutlookTasks.COUNT.instance(tally.id().toString()).scheduledTo(now);
        scheduler.getObject().scheduleIfNotExists(task);
        return tally;
    }

    /** A page of those who would be stopped; leaves a trace of what was asked for. */
    @Transactional
    public AffectedPage affected(LookAhead question, AffectedFilter filter, int page) {
        ahead(question);
        var found = lists.page(question, filter, page);
        news.publishEvent(
                new AffectedListed(
                        question.on(),
                        filter.words(),
                        page,
                        found.people().size(),
                        clock.instant()));
        return found;
    }

    /** All of them, one after the other; leaves a trace of what was taken. */
    @Transactional
    public void export(LookAhead question, AffectedFilter filter, Consumer<Affected> to) {
        ahead(question);
        var many = lists.each(question, filter, to);
        news.publishEvent(
                new AffectedExported(question.on(), filter.words(), many, clock.instant()));
    }

    /** Physicians with patients in care, by name. */
    @Transactional(readOnly = true)
    public Map<PhysicianId, String> physicians() {
        var names = new Names(licensing);
        var all =
                new TreeMap<PhysicianId, String>(
                        Comparator.comparing(each -> names.physician(each.value())));
        people.byPhysician().keySet().forEach(each -> all.put(each, names.physician(each.value())));
        return all;
    }

    /** Pharmacies with patients in care, by name. */
    @Transactional(readOnly = true)
    public Map<PharmacyId, String> pharmacies() {
        var names = new Names(licensing);
        var all =
                new TreeMap<PharmacyId, String>(
                        Comparator.comparing(each -> names.pharmacy(each.value())));
        people.byPharmacy().keySet().forEach(each -> all.put(each, names.pharmacy(each.value())));
        return all;
    }

    /** The licenses and registrations lost since an instant, the latest first. */
    @Transactional(readOnly = true)
    public List<LossView> lossesSince(Instant since) {
        return losses.since(since);
    }

    /** Why this patient is stopped today, or is not; the look leaves a trace. */
    public PatientOutlook why(PatientId patient) {
        var found = asTheProgram("outlook.why", () -> reasons.of(patient));
        transaction.executeWithoutResult(
                _ ->
                        news.publishEvent(
                                new Seen(patient, "gate of patient " + patient, clock.instant())));
        return found;
    }

    /**
     * The patient a number names: the whole id of a patient or a request, or the short name of a
     * case. Empty when it names nobody, or more than one.
     */
    public Optional<PatientId> named(String number) {
        var typed = number.strip();
        return asTheProgram(
                "outlook.find",
                () -> {
                    try {
                        return byId(UUID.fromString(typed));
                    } catch (IllegalArgumentException noId) {
                        return people.named(typed.toUpperCase(Locale.ROOT));
                    }
                });
    }

    private Optional<PatientId> byId(UUID id) {
        return enrollment
                .patientOf(new RequestId(id))
                .or(() -> enrollment.requestOf(new PatientId(id)).map(_ -> new PatientId(id)));
    }

    /** Compliance may read this; the rooms it is gathered from show it to the program alone. */
    private <T> T asTheProgram(String work, Supplier<T> read) {
        return Acting.as(Actor.system(work), () -> transaction.execute(_ -> read.get()));
    }

    private void ahead(LookAhead question) {
        var today = lookout.today();
        if (question.on().isBefore(today) || question.on().isAfter(today.plusYears(YEARS))) {
            throw new Refusal.Forbidden(
                    "Choose today or a day within the next " + YEARS + " years.");
        }
    }
}
