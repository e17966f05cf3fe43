package health.stillwater.rulebook;

import health.stillwater.kernel.UsState;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The counties and the texts of the forms: read as they are asked for. */
@Component
class Reference {

    private final JdbcClient jdbc;

    Reference(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<County> counties(UsState state) {
        return counties("select * from rulebook.county where state = ? order by name", state.name())
                .toList();
    }

    Optional<County> county(String fips) {
        return counties("select * from rulebook.county where fips = ?", fips).findFirst();
    }

    private Stream<County> counties(String sql, String key) {
        return jdbc
                .sql(sql)
                .param(key)
                .query(
                        (row, _) ->
                                new County(
                                        row.getString("fips"),
                                        UsState.valueOf(row.getString("state")),
                                        row.getString("name"),
                                        texts(row.getArray("zones")).map(ZoneId::of).toList()))
                .list()
                .stream();
    }

    /** Every form whose version is the one in force, in the order they are read. */
    List<ConsentForm> forms(Map<String, String> versions) {
        return jdbc
                .sql("select * from rulebook.consent_form order by position")
                .query(
                        (row, _) ->
                                new ConsentForm(
                                        row.getString("kind"),
                                        row.getString("version"),
                                        row.getString("title"),
                                        texts(row.getArray("paragraphs")).toList(),
                                        risks(Canonical.parse(row.getString("risks"))),
                                        row.getString("not_approved")))
                .list()
                .stream()
                .filter(form -> form.version().equals(versions.get(form.kind())))
                .toList();
    }

    /** What each jurisdiction says, the federal government first. */
    List<Law> law() {
        return jdbc.sql(
                        "select * from rulebook.law order by jurisdiction <> 'US', jurisdiction, id")
                .query(
                        (row, _) ->
                                new Law(
                                        row.getString("id"),
                                        row.getString("jurisdiction"),
                                        row.getString("topic"),
                                        row.getString("says"),
                                        texts(row.getArray("rows")).toList(),
                                        row.getBoolean("in_use"),
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getObject("valid_to", LocalDate.class),
                                        row.getString("authority"),
                                        row.getString("evidence"),
                                        row.getString("counsel_status"),
                                        row.getObject("last_verified", LocalDate.class)))
                .list();
    }

    private static List<ConsentForm.Risk> risks(JsonNode written) {
        return StreamSupport.stream(written.spliterator(), false)
                .map(
                        risk ->
                                new ConsentForm.Risk(
                                        risk.required("code").asString(),
                                        risk.required("words").asString()))
                .toList();
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray());
    }
}
