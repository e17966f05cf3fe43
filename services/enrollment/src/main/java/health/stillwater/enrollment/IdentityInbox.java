package health.stillwater.enrollment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The vendor's notices: kept as they came, each once, and read afterwards. */
@Component
class IdentityInbox {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityInbox.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IdentityDesk desk;
    private final ObjectProvider<SchedulerClient> tasks;
    private final Clock clock;

    IdentityInbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            IdentityDesk desk,
            ObjectProvider<SchedulerClient> tasks,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.desk = desk;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Keeps a verified notice and plans to read it. One that was kept before is left alone. */
    void keep(String id, String body) {
        transaction.executeWithoutResult(
                _ -> {
                    var now = clock.instant();
                    var kept =
                            jdbc.sql(
                                            "insert into enrollment.identity_notice (id, body, received_at) values (?, ?, ?)"
                                                    + " on conflict (id) do nothing")
                                    .params(id, body, Timestamp.from(now))
                                    .update();
                    if (kept == 1) {
                        var task = EnrollmentTasks.READ_NOTICE.instance(id).scheduledTo(now);
                        tasks.getObject().scheduleIfNotExists(task);
                    }
                });
    }

    /** A notice only says where to look: what happened is asked of the vendor. */
    void read(String id) {
        var body =
                transaction.execute(
                        _ ->
                                jdbc.sql("select body from enrollment.identity_notice where id = ?")
                                        .param(id)
                                        .query(String.class)
                                        .single());
        var session = sessionIn(body);
        if (session.isEmpty()) {
            troubled(id, "unreadable");
        } else if (desk.askAbout(session.get())) {
            transaction.executeWithoutResult(
                    _ ->
                            jdbc.sql(
                                            "update enrollment.identity_notice set settled_at = ? where id = ?")
                                    .params(Timestamp.from(clock.instant()), id)
                                    .update());
        } else {
            troubled(id, "about a session we did not open");
        }
    }

    private void troubled(String id, String trouble) {
        LOG.error("identity notice {} is {}; it is kept for a person to read", id, trouble);
        transaction.executeWithoutResult(
                _ ->
                        jdbc.sql("update enrollment.identity_notice set trouble = ? where id = ?")
                                .params(trouble, id)
                                .update());
    }

    private static Optional<String> sessionIn(String body) {
        try {
            var session = JsonMapper.shared().readTree(body).path("session");
            return session.isString() ? Optional.of(session.asString()) : Optional.empty();
        } catch (JacksonException garbled) {
            return Optional.empty();
        }
    }
}
