package health.stillwater.billing;

import health.stillwater.kernel.PatientId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to an account, in order; and what a person must look at. Part of the caller's
 * transaction.
 */
@Component
class Diary {

    private static final Logger LOG = LoggerFactory.getLogger(Diary.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    Diary(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(PatientId patient, String words, @Nullable String reference) {
        jdbc.sql(
                        "insert into billing.timeline (patient_id, at, words, reference) values (?, ?, ?, ?)")
                .param(patient.value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(words)
                .param(reference)
                .update();
    }

    /** Something the program cannot settle by itself. Words with ids only. */
    void alarm(@Nullable PatientId patient, String what) {
        LOG.error("Billing needs a person: {}", what);
        jdbc.sql("insert into billing.alarm (patient_id, at, what) values (?, ?, ?)")
                .param(patient == null ? null : patient.value())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(what)
                .update();
    }

    List<TimelineRow> of(PatientId patient) {
        return jdbc.sql(
                        "select at, words, reference from billing.timeline where patient_id = ? order by at desc, id desc")
                .param(patient.value())
                .query(
                        (row, number) ->
                                new TimelineRow(
                                        row.getObject("at", Timestamp.class).toInstant(),
                                        row.getString("words"),
                                        row.getString("reference")))
                .list();
    }
}
