package health.stillwater.checkins;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import health.stillwater.kernel.PatientId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what Twilio brings, and what patients answer on the website, once each, before anybody
 * reads it; reading is a task.
 */
@Service
class Postbox {

    private final JdbcClient jdbc;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    Postbox(JdbcClient jdbc, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** A text from a patient. The same one, brought again, is not kept again. */
    @Transactional
    void keepReply(Map<String, String> form) {
        var id = UUID.randomUUID();
        var kept =
                jdbc.sql(
                                "insert into checkins.reply (id, sid, phone, words, opt_out_type, received_at, alarming, version)"
                                        + " values (?, ?, ?, ?, ?, ?, false, 0) on conflict on constraint one_row_per_text_received"
                                        + " do nothing")
                        .param(id)
                        .param(form.get("MessageSid"))
                        .param(form.getOrDefault("From", ""))
                        .param(form.getOrDefault("Body", ""))
                        .param(form.get("OptOutType"))
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (kept == 1) {
            isToBeRead(CheckInTasks.READ_REPLY, id);
        }
    }

    /**
     * An answer given on the website. The same form, sent again, is not kept again.
     *
     * @return whether it is kept now and was not before
     */
    @Transactional
    boolean keepAnswer(UUID id, PatientId patient, UUID checkIn, int score, String words) {
        var kept =
                jdbc.sql(
                                "insert into checkins.reply (id, patient_id, check_in_id, score, words, received_at, alarming,"
                                        + " version) values (?, ?, ?, ?, ?, ?, false, 0) on conflict (id) do nothing")
                        .param(id)
                        .param(patient.value())
                        .param(checkIn)
                        .param(score)
                        .param(words.isBlank() ? "" + score : score + ". " + words.strip())
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (kept == 1) {
            isToBeRead(CheckInTasks.READ_REPLY, id);
        }
        return kept == 1;
    }

    /** What became of a text of ours. */
    @Transactional
    void keepReport(Map<String, String> form, @Nullable UUID message, @Nullable Integer attempt) {
        var id = UUID.randomUUID();
        var error = form.get("ErrorCode");
        var kept =
                jdbc.sql(
                                "insert into checkins.delivery_report (id, message_id, attempt, sid, status, error_code,"
                                        + " received_at) values (?, ?, ?, ?, ?, ?, ?) on conflict on constraint one_row_per_report"
                                        + " do nothing")
                        .param(id)
                        .param(message)
                        .param(attempt)
                        .param(form.get("MessageSid"))
                        .param(form.getOrDefault("MessageStatus", ""))
                        .param(
                                error == null || !error.matches("\\d{1,9}")
                                        ? null
                                        : Integer.valueOf(error))
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (kept == 1) {
            isToBeRead(CheckInTasks.READ_REPORT, id);
        }
    }

    private void isToBeRead(TaskDescriptor<Void> reading, UUID id) {
        scheduler
                .getObject()
                .scheduleIfNotExists(reading.instance(id.toString()).scheduledTo(clock.instant()));
    }
}
