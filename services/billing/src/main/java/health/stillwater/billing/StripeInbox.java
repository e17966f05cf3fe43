package health.stillwater.billing;

import static health.stillwater.billing.BillingTasks.READ_NOTICE;

import health.stillwater.kernel.PatientId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what Stripe's webhooks said, each once, until it is read. */
@Component
@Transactional
class StripeInbox {

    private final Notices notices;
    private final JdbcClient jdbc;
    private final Schedule schedule;
    private final Diary diary;
    private final JsonMapper json;
    private final Clock clock;

    StripeInbox(
            Notices notices,
            JdbcClient jdbc,
            Schedule schedule,
            Diary diary,
            JsonMapper json,
            Clock clock) {
        this.notices = notices;
        this.jdbc = jdbc;
        this.schedule = schedule;
        this.diary = diary;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps words whose signature was verified. A second time changes nothing. */
    void keep(String payload) {
        switch (StripeNotice.read(payload, json)) {
            case StripeNotice.About about -> {
                if (kept(about.id(), about.type(), about.object(), NoticeStage.KEPT, payload)) {
                    schedule.now(READ_NOTICE, about.id());
                }
            }
            case StripeNotice.Unreadable unreadable -> {
                if (kept(unreadable.id(), "unreadable", null, NoticeStage.UNREADABLE, payload)) {
                    diary.alarm(null, "a webhook of Stripe's cannot be read: " + unreadable.id());
                }
            }
        }
    }

    private boolean kept(
            String id, String type, @Nullable String object, NoticeStage stage, String payload) {
        return jdbc.sql(
                                "insert into billing.notice (id, type, object_id, stage, payload, received_at, version)"
                                        + " values (?, ?, ?, ?, ?, ?, 0) on conflict (id) do nothing")
                        .param(id)
                        .param(type)
                        .param(object)
                        .param(stage.name())
                        .param(payload)
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What a kept notice is about; nothing once it was read. */
    @Transactional(readOnly = true)
    Optional<StripeNotice.About> toRead(String id) {
        return notices.findById(id).flatMap(notice -> Optional.ofNullable(notice.toRead()));
    }

    /** What only a person can do something about, said once for each message. */
    void isForAPerson(String id, String why) {
        if (toRead(id).isPresent()) {
            became(id, NoticeStage.DONE, null);
            diary.alarm(null, why);
        }
    }

    void became(String id, NoticeStage stage, @Nullable PatientId patient) {
        var notice =
                notices.findById(id)
                        .orElseThrow(() -> new IllegalStateException("no such notice: " + id));
        notice.became(stage, patient, clock.instant());
        notices.save(notice);
        if (stage == NoticeStage.UNREADABLE) {
            diary.alarm(patient, "Stripe does not show us what it told us of: " + id);
        }
    }
}
