package health.stillwater.billing;

import static health.stillwater.billing.BillingTasks.END_SUBSCRIPTION;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which plans were asked to end, by their patient or because treatment stopped, and whether Stripe
 * knows. Never asks Stripe.
 */
@Component
@Transactional
class LeaveBook {

    /** A plan to end at Stripe: with its month when that is paid, else now. */
    record Ending(String subscription, boolean withItsMonth) {}

    private final Subscriptions subscriptions;
    private final JdbcClient jdbc;
    private final Diary diary;
    private final Schedule schedule;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeaveBook(
            Subscriptions subscriptions,
            JdbcClient jdbc,
            Diary diary,
            Schedule schedule,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.jdbc = jdbc;
        this.diary = diary;
        this.schedule = schedule;
        this.events = events;
        this.clock = clock;
    }

    /** The patient's own wish; asked twice, it is the same. */
    void ask(PatientId patient) {
        var plan =
                subscriptions
                        .findFirstByPatientOrderByPlannedAtDesc(patient)
                        .filter(LeaveBook::runs)
                        .orElseThrow(
                                () ->
                                        new Refusal.Forbidden(
                                                "You have no membership that could be ended. Nothing is charged."));
        ends(plan, clock.instant());
    }

    /**
     * A physician stopped the treatment, or let it go no further: nothing more is charged. A plan
     * that Stripe does not know of is dropped, one that is being started ends as soon as it runs, a
     * paid month runs out.
     */
    void treatmentStopped(PatientId patient) {
        subscriptions.findFirstByPatientOrderByPlannedAtDesc(patient).stream()
                .filter(plan -> plan.stage() != Stage.CANCELED && plan.stage() != Stage.REFUSED)
                .forEach(
                        plan -> {
                            var now = clock.instant();
                            if (plan.stage() == Stage.PLANNED) {
                                plan.dropped(now);
                                subscriptions.save(plan);
                                diary.note(
                                        patient, "Membership not started: treatment stopped", null);
                            }
                            ends(plan, now);
                        });
    }

    private void ends(Subscription plan, Instant now) {
        var patient = plan.patient();
        var first =
                jdbc.sql(
                                "insert into billing.leave (subscription_id, patient_id, asked_at) values (?, ?, ?)"
                                        + " on conflict do nothing")
                        .params(plan.id().value(), patient.value(), now.atOffset(ZoneOffset.UTC))
                        .update();
        if (first == 1) {
            events.publishEvent(new MembershipEndAsked(plan.id(), patient, now));
            schedule.now(END_SUBSCRIPTION, plan.id().toString());
        }
    }

    boolean asked(SubscriptionId plan) {
        return jdbc.sql("select exists (select 1 from billing.leave where subscription_id = ?)")
                .param(plan.value())
                .query(Boolean.class)
                .single();
    }

    /** What Stripe must still be told; nothing when it knows, or when the plan is over anyway. */
    Optional<Ending> open(SubscriptionId id) {
        var untold =
                jdbc.sql(
                                "select exists (select 1 from billing.leave where subscription_id = ? and told_at is null)")
                        .param(id.value())
                        .query(Boolean.class)
                        .single();
        return !untold
                ? Optional.empty()
                : subscriptions
                        .findById(id)
                        .filter(LeaveBook::runs)
                        .flatMap(
                                plan ->
                                        plan.atStripe()
                                                .map(
                                                        there ->
                                                                new Ending(
                                                                        there,
                                                                        plan.stage()
                                                                                == Stage.ACTIVE)));
    }

    void told(SubscriptionId id, Ending ending) {
        var plan = subscriptions.findById(id).orElseThrow();
        jdbc.sql("update billing.leave set told_at = ? where subscription_id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), id.value())
                .update();
        diary.note(
                plan.patient(),
                ending.withItsMonth()
                        ? "The membership was ended: it runs to the end of the month paid for"
                        : "The membership was ended",
                ending.subscription());
    }

    void refused(SubscriptionId id, String words) {
        var plan = subscriptions.findById(id).orElseThrow();
        if (runs(plan)) {
            diary.alarm(plan.patient(), "Stripe refused to end subscription " + id + ": " + words);
        }
    }

    private static boolean runs(Subscription plan) {
        return plan.stage() == Stage.ACTIVE || plan.stage() == Stage.PAST_DUE;
    }
}
