package health.stillwater.enrollment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends patients to the identity vendor and takes in its answers: intent kept first, call outside,
 * outcome kept after.
 */
@Component
class IdentityDesk {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityDesk.class);

    private final IdentityChecks checks;
    private final Patients patients;
    private final IdentityVendor vendor;
    private final IdentitySettings settings;
    private final TransactionTemplate transaction;
    private final ObjectProvider<SchedulerClient> tasks;
    private final Clock clock;

    IdentityDesk(
            IdentityChecks checks,
            Patients patients,
            IdentityVendor vendor,
            IdentitySettings settings,
            TransactionTemplate transaction,
            ObjectProvider<SchedulerClient> tasks,
            Clock clock) {
        this.checks = checks;
        this.patients = patients;
        this.vendor = vendor;
        this.settings = settings;
        this.transaction = transaction;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What is sent to the vendor, and under which reference. */
    private record Plan(
            IdentityCheckId check,
            URI returnTo,
            Details person,
            Optional<URI> page,
            boolean fresh) {}

    URI start(PatientId patient, URI returnTo) {
        var plan = transaction.execute(_ -> plan(patient, returnTo));
        if (plan.page().isPresent()) {
            return plan.page().get(); // begun before and not finished
        }
        try {
            var session =
                    plan.fresh()
                            ? open(plan)
                            : vendor.openedFor(plan.check()).orElseGet(() -> open(plan));
            transaction.executeWithoutResult(_ -> opened(plan.check(), session));
            return session.url();
        } catch (IdentityVendor.Unanswered silent) {
            LOG.warn(
                    "identity check {}: no answer to opening it; asked again with the next try",
                    plan.check(),
                    silent);
            throw new Refusal.Forbidden(
                    "The identity check did not answer. Nothing is lost: please try again in a minute.");
        }
    }

    private IdentityVendor.Session open(Plan plan) {
        return vendor.open(plan.check(), plan.returnTo(), plan.person());
    }

    private Plan plan(PatientId patient, URI returnTo) {
        var person =
                patients.findById(patient)
                        .orElseThrow(() -> new Refusal.Missing("This enrollment"))
                        .told();
        var latest =
                checks.findFirstByPatientOrderByBegunAtDesc(patient)
                        .filter(check -> check.isAbout(person.identityHash()));
        if (latest.filter(check -> check.stage() == IdentityCheck.Stage.VERIFIED).isPresent()) {
            throw new Refusal.Overtaken("Your identity is verified already.");
        }
        var unfinished = latest.filter(check -> !check.stage().settled());
        if (unfinished.isPresent()) {
            var check = unfinished.get();
            return new Plan(check.id(), check.returnTo(), person, check.page(), false);
        }
        var check =
                checks.save(
                        new IdentityCheck(
                                patient, person.identityHash(), returnTo, clock.instant()));
        return new Plan(check.id(), returnTo, person, Optional.empty(), true);
    }

    private void opened(IdentityCheckId id, IdentityVendor.Session session) {
        var check = checks.findById(id).orElseThrow();
        check.opened(session.id(), session.url());
        checks.save(check);
        tasks.getObject()
                .scheduleIfNotExists(
                        EnrollmentTasks.ASK_IDENTITY
                                .instance(id.toString())
                                .scheduledTo(clock.instant().plus(settings.askAfter())));
    }

    /** Asks the vendor how a check stands. Whether it is settled now. */
    boolean ask(IdentityCheckId id) {
        var known = transaction.execute(_ -> checks.findById(id).orElseThrow());
        if (known.stage().settled() || known.session().isEmpty()) {
            return known.stage().settled();
        }
        var session = vendor.session(known.session().get());
        return session.status().equals("open") ? false : settle(id, session);
    }

    /** Whether a check is so old that nobody will finish it. */
    boolean begunBefore(IdentityCheckId id, Instant then) {
        return transaction.execute(_ -> checks.findById(id).orElseThrow()).begunAt().isBefore(then);
    }

    /** Asks about the check a notice names. Whether we know such a session. */
    boolean askAbout(String session) {
        var known = transaction.execute(_ -> checks.findBySession(session).map(IdentityCheck::id));
        known.ifPresent(this::ask);
        return known.isPresent();
    }

    private boolean settle(IdentityCheckId id, IdentityVendor.Session session) {
        var answer = session.checks();
        var proof = answer == null ? Optional.<Proof>empty() : answer.asProof();
        if (proof.isEmpty()) {
            LOG.error(
                    "identity check {}: the vendor says {} without all its checks",
                    id,
                    session.status());
            return false;
        }
        transaction.executeWithoutResult(
                _ -> {
                    var check = checks.findById(id).orElseThrow();
                    check.settled(
                            proof.get(), session.status().equals("verified"), clock.instant());
                    checks.save(check);
                });
        return true;
    }
}
