package health.stillwater.prescribing;

import health.stillwater.rulebook.Facts;
import health.stillwater.rulebook.Judgement;
import health.stillwater.rulebook.Moment;
import health.stillwater.rulebook.Rulebook;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the gate whether a text may be marked ready, and keeps what it said, a no as well. */
@Component
class ReadyGate {

    private final Rulebook rulebook;
    private final JdbcClient jdbc;

    ReadyGate(Rulebook rulebook, JdbcClient jdbc) {
        this.rulebook = rulebook;
        this.jdbc = jdbc;
    }

    /** The part of the judgement that binds this decision. */
    Judgement judge(DraftSheet sheet, PrescriberVerdict verdict, Facts facts, Instant now) {
        var judged = rulebook.judge(Moment.SIGNING, now, facts);
        var binding = BindingRows.of(judged, verdict);
        jdbc.sql(
                        """
                        insert into prescribing.judgement (request_id, patient_id, physician_id, at, allowed, snapshot)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(sheet.request().value())
                .param(sheet.patient().value())
                .param(sheet.physician().value())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(BindingRows.allow(binding, verdict))
                .param(rulebook.snapshot(judged, facts))
                .update();
        return binding;
    }
}
