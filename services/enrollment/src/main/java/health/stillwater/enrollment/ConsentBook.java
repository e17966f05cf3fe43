package health.stillwater.enrollment;

import health.stillwater.enrollment.ConsentView.Status;
import health.stillwater.kernel.PatientId;
import health.stillwater.rulebook.ConsentFacts;
import health.stillwater.rulebook.ConsentForm;
import health.stillwater.rulebook.ConsentForm.Risk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What patients signed and took back: written line by line, never changed. The last line of a kind
 * counts.
 */
@Component
class ConsentBook {

    /**
     * How long a signature holds before the form must be read again; the gate keeps the exact
     * limit.
     */
    private static final int MONTHS = 12;

    private final JdbcClient jdbc;

    ConsentBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line of it. */
    record Line(String kind, String version, boolean signed, Instant at) {}

    /** Where a signature came from. */
    record Hand(String typedName, String ip) {}

    void sign(PatientId patient, ConsentForm form, Hand hand, Instant now) {
        write(patient, form, "SIGNED", hand, now);
    }

    void withdraw(PatientId patient, ConsentForm form, Hand hand, Instant now) {
        write(patient, form, "WITHDRAWN", hand, now);
    }

    private void write(PatientId patient, ConsentForm form, String status, Hand hand, Instant now) {
        jdbc.sql(
                        "insert into enrollment.consent (patient_id, kind, version, status, text_hash, typed_name, ip, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        patient.value(),
                        form.kind(),
                        form.version(),
                        status,
                        TextHash.of(textOf(form)),
                        hand.typedName(),
                        hand.ip(),
                        Timestamp.from(now))
                .update();
    }

    Map<String, Line> latest(PatientId patient) {
        return jdbc
                .sql(
                        "select distinct on (kind) kind, version, status, at from enrollment.consent"
                                + " where patient_id = ? order by kind, id desc")
                .param(patient.value())
                .query(ConsentBook::line)
                .list()
                .stream()
                .collect(Collectors.toMap(Line::kind, line -> line));
    }

    static ConsentView view(ConsentForm form, @Nullable Line line, Instant now) {
        return line == null
                ? new ConsentView(form, Status.NOT_SIGNED, null, null)
                : new ConsentView(form, status(form, line, now), line.version(), line.at());
    }

    private static Status status(ConsentForm form, Line line, Instant now) {
        if (!line.signed()) {
            return Status.WITHDRAWN;
        }
        var expires = line.at().atZone(ZoneOffset.UTC).plusMonths(MONTHS).toInstant();
        return line.version().equals(form.version()) && now.isBefore(expires)
                ? Status.SIGNED
                : Status.OUTDATED;
    }

    /** As the gate reads it: a kind without a line is not signed. */
    static Map<String, ConsentFacts> facts(List<ConsentForm> forms, Map<String, Line> lines) {
        var facts = new LinkedHashMap<String, ConsentFacts>();
        forms.forEach(form -> facts.put(form.kind(), fact(form, lines.get(form.kind()))));
        return facts;
    }

    private static ConsentFacts fact(ConsentForm form, @Nullable Line line) {
        if (line == null) {
            return new ConsentFacts(ConsentFacts.Status.NOT_SIGNED, null, null, null, null);
        }
        var status = line.signed() ? ConsentFacts.Status.SIGNED : ConsentFacts.Status.WITHDRAWN;
        var sameText = line.signed() && line.version().equals(form.version());
        var risks =
                sameText && !form.risks().isEmpty()
                        ? form.risks().stream().map(Risk::code).toList()
                        : null;
        var notApproved = sameText && form.notApproved() != null ? Boolean.TRUE : null;
        return new ConsentFacts(status, line.version(), line.at(), risks, notApproved);
    }

    private static String textOf(ConsentForm form) {
        var risks = form.risks().stream().map(Risk::words);
        var notApproved = Stream.ofNullable(form.notApproved());
        return Stream.of(Stream.of(form.title()), form.paragraphs().stream(), risks, notApproved)
                .flatMap(parts -> parts)
                .collect(Collectors.joining("\n"));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("kind"),
                row.getString("version"),
                row.getString("status").equals("SIGNED"),
                row.getTimestamp("at").toInstant());
    }
}
