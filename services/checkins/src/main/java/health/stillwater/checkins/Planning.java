package health.stillwater.checkins;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import health.stillwater.enrollment.Enrollment;
import health.stillwater.kernel.PatientId;
import health.stillwater.pharmacy.OrderDelivered;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

/** Plans texts, and a task for each. */
@Service
class Planning {

    private final Plans plans;
    private final TextMessages texts;
    private final Enrollment enrollment;
    private final CheckInSettings settings;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    Planning(
            Plans plans,
            TextMessages texts,
            Enrollment enrollment,
            CheckInSettings settings,
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock) {
        this.plans = plans;
        this.texts = texts;
        this.enrollment = enrollment;
        this.settings = settings;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "checkins.plan")
    void on(OrderDelivered news) {
        if (plans.existsByOrder(news.order())) {
            return; // The news came twice; one delivery makes one plan.
        }
        var now = clock.instant();
        withdrawWhatIsStillPlanned(news.subject(), now);
        var zone = enrollment.contactOf(news.subject()).zone();
        var plan =
                plans.save(
                        new Plan(
                                news.order(),
                                news.request(),
                                news.subject(),
                                news.at(),
                                zone,
                                now));
        plan.texts(settings, now).forEach(this::add);
    }

    /** A new delivery begins to count anew: nobody is asked twice a day. */
    private void withdrawWhatIsStillPlanned(PatientId patient, Instant now) {
        texts.findByPatientAndStage(patient, TextStage.PLANNED).stream()
                .filter(TextMessage::isCheckIn)
                .forEach(
                        text -> {
                            text.withdraw(null, now);
                            texts.save(text);
                        });
    }

    /** Keeps a text, and has it sent when it is due; in the caller's transaction. */
    void add(TextMessage text) {
        texts.save(text);
        var task = CheckInTasks.SEND.instance(text.id().toString()).scheduledTo(text.dueAt());
        scheduler.getObject().scheduleIfNotExists(task);
    }
}
