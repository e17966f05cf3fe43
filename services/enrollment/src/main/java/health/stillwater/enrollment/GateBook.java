package health.stillwater.enrollment;

import health.stillwater.rulebook.Judgement;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each judgement of the gate at enrollment, with everything it was made from. Never changed. */
@Component
class GateBook {

    private final JdbcClient jdbc;

    GateBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Request request, Judgement judgement, String snapshot) {
        jdbc.sql(
                        "insert into enrollment.gate_snapshot (request_id, patient_id, at, allowed, sentences, snapshot)"
                                + " values (?, ?, ?, ?, ?, cast(? as jsonb))")
                .params(
                        request.id().value(),
                        request.patient().value(),
                        Timestamp.from(judgement.at()),
                        judgement.allowed(),
                        String.join("\n", judgement.sentencesForPatient()),
                        snapshot)
                .update();
    }

    /** The last judgement about a request, as it was kept. */
    Optional<String> last(Request request) {
        return jdbc.sql(
                        "select snapshot::text from enrollment.gate_snapshot where request_id = ? order by id desc limit 1")
                .param(request.id().value())
                .query(String.class)
                .optional();
    }

    /** What the patient was told the last time. */
    List<String> lastSentences(Request request) {
        return jdbc.sql(
                        "select sentences from enrollment.gate_snapshot where request_id = ? order by id desc limit 1")
                .param(request.id().value())
                .query(String.class)
                .optional()
                .map(sentences -> sentences.lines().toList())
                .orElse(List.of());
    }
}
