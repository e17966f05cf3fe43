package health.stillwater.checkins;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Believes what Twilio reports about a text, whether it was brought or asked for. Reports come
 * late, twice and in any order; each only ever moves a text forward.
 */
@Service
class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final TextMessages texts;
    private final Undelivered undelivered;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reports(TextMessages texts, Undelivered undelivered, JdbcClient jdbc, Clock clock) {
        this.texts = texts;
        this.undelivered = undelivered;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A report as it was brought. */
    private record Report(
            @Nullable UUID messageId,
            @Nullable Integer attempt,
            String sid,
            String status,
            @Nullable Integer errorCode) {}

    @Transactional
    void read(UUID id) {
        var report =
                jdbc.sql(
                                "select message_id, attempt, sid, status, error_code from checkins.delivery_report"
                                        + " where id = ?")
                        .param(id)
                        .query(Report.class)
                        .single();
        var text = textOf(report);
        if (text.isEmpty()) {
            LOG.error("Delivery report {} is about no text of ours.", id);
            return;
        }
        believe(text.get(), report.sid(), report.status(), report.errorCode(), report.attempt());
    }

    /** What Twilio said when it was asked about a text. */
    @Transactional
    void believe(UUID id, String sid, String status, @Nullable Integer errorCode) {
        believe(texts.locked(id).orElseThrow(), sid, status, errorCode, null);
    }

    private Optional<TextMessage> textOf(Report report) {
        var id = report.messageId();
        return id == null
                ? texts.findBySid(report.sid()).flatMap(found -> texts.locked(found.id()))
                : texts.locked(id);
    }

    private void believe(
            TextMessage text,
            String sid,
            String status,
            @Nullable Integer errorCode,
            @Nullable Integer attempt) {
        var now = clock.instant();
        var present = attempt == null ? sid.equals(text.sid()) : attempt == text.attempts();
        if (text.stage().settled() || (!present && !status.equals("delivered"))) {
            return; // What an earlier attempt did not reach does not matter any more.
        }
        if (present) {
            text.taken(sid, now);
        }
        apply(text, status, errorCode, now);
        texts.save(text);
    }

    private void apply(TextMessage text, String status, @Nullable Integer errorCode, Instant now) {
        switch (status) {
            case "delivered", "read" -> text.reached(TextStage.DELIVERED, now);
            case "sent" -> text.reached(TextStage.SENT, now);
            case "undelivered", "failed", "canceled" -> {
                if (text.stage().mayBecome(TextStage.UNDELIVERED)) {
                    undelivered.failed(text, errorCode);
                }
            }
            case "accepted",
                    "scheduled",
                    "queued",
                    "sending" -> {} // Being taken is all there is to know.
            default -> LOG.error("Text {}: Twilio reports a status we do not know.", text.id());
        }
    }
}
