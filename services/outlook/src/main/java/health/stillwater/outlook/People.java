package health.stillwater.outlook;

import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.RequestId;
import health.stillwater.kernel.UsState;
import health.stillwater.rulebook.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Everybody in care, least medicine left first. */
@Component
class People {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectReader FACTS = JSON.readerFor(Facts.class);

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who has the same news read at once waits: what is written last must have been read last. */
    void lock(PatientId patient) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('outlook ' || ?, 0))")
                .param(patient.toString())
                .query((_, _) -> true)
                .single();
    }

    void write(Person person, boolean inCare, Instant now) {
        jdbc.sql(
                        """
                        insert into outlook.person_in_care (patient_id, request_id, reference, state, zone, physician_id,
                            pharmacy_id, filled_on, days_supply, covered_through, evaluated, forms, facts, in_care, read_at)
                        values (:patient, :request, :reference, :state, :zone, :physician, :pharmacy, cast(:filledOn as date),
                            :daysSupply, :coveredThrough, :evaluated, :forms, :facts, :inCare, :now)
                        on conflict (patient_id) do update set
                            (request_id, reference, state, zone, physician_id, pharmacy_id, filled_on, days_supply,
                                covered_through, evaluated, forms, facts, in_care, read_at)
                            = (excluded.request_id, excluded.reference, excluded.state, excluded.zone,
                                excluded.physician_id, excluded.pharmacy_id, excluded.filled_on, excluded.days_supply,
                                excluded.covered_through, excluded.evaluated, excluded.forms, excluded.facts, excluded.in_care,
                                excluded.read_at)""")
                .param("patient", person.patient().value())
                .param("request", person.request().value())
                .param("reference", person.reference())
                .param("state", person.state().name())
                .param("zone", person.zone().getId())
                .param("physician", person.physician().value())
                .param("pharmacy", person.pharmacy().value())
                .param("filledOn", person.filledOn())
                .param("daysSupply", person.daysSupply())
                .param("coveredThrough", person.coveredThrough())
                .param("evaluated", person.evaluated())
                .param("forms", Forms.write(person.consents()))
                .param("facts", JSON.writeValueAsString(person.facts()))
                .param("inCare", inCare)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Somebody whose prescription was taken back is in care no more. */
    void leaves(PatientId patient, Instant now) {
        jdbc.sql(
                        "update outlook.person_in_care set in_care = false, read_at = ? where patient_id = ?")
                .params(Timestamp.from(now), patient.value())
                .update();
    }

    /**
     * The next people after one, or the first. Only what is asked for stands in the statement, so
     * that it begins to read where the last one ended.
     */
    List<Person> next(@Nullable Person after, AffectedFilter filter, int many) {
        var where = new StringBuilder("in_care");
        var values = new HashMap<String, Object>();
        if (after != null) {
            where.append(" and (covered_through, patient_id) > (:day, :patient)");
            values.put("day", after.coveredThrough());
            values.put("patient", after.patient().value());
        }
        var state = filter.state();
        if (state != null) {
            where.append(" and state = :state");
            values.put("state", state.name());
        }
        var physician = filter.physician();
        if (physician != null) {
            where.append(" and physician_id = :physician");
            values.put("physician", physician.value());
        }
        var pharmacy = filter.pharmacy();
        if (pharmacy != null) {
            where.append(" and pharmacy_id = :pharmacy");
            values.put("pharmacy", pharmacy.value());
        }
        return jdbc.sql(
                        "select * from outlook.person_in_care where "
                                + where
                                + " order by covered_through, patient_id limit :many")
                .params(values)
                .param("many", many)
                .query((row, _) -> person(row))
                .list();
    }

    Optional<Person> find(PatientId patient) {
        return jdbc.sql("select * from outlook.person_in_care where patient_id = ?")
                .param(patient.value())
                .query((row, _) -> person(row))
                .optional();
    }

    Optional<PatientId> named(String reference) {
        var found =
                jdbc.sql(
                                "select patient_id from outlook.person_in_care where reference = ? limit 2")
                        .param(reference)
                        .query((row, _) -> row.getObject("patient_id", UUID.class))
                        .list();
        return found.size() == 1
                ? Optional.of(new PatientId(found.getFirst()))
                : Optional.empty(); // two of one short name: the whole id must be given
    }

    int count() {
        return jdbc.sql("select count(*) from outlook.person_in_care where in_care")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** How many patients each physician has. */
    Map<PhysicianId, Integer> byPhysician() {
        return byHolder("physician_id").entrySet().stream()
                .collect(
                        Collectors.toMap(
                                held -> new PhysicianId(held.getKey()), Map.Entry::getValue));
    }

    /** How many patients each pharmacy has. */
    Map<PharmacyId, Integer> byPharmacy() {
        return byHolder("pharmacy_id").entrySet().stream()
                .collect(
                        Collectors.toMap(
                                held -> new PharmacyId(held.getKey()), Map.Entry::getValue));
    }

    private Map<UUID, Integer> byHolder(String column) {
        return jdbc
                .sql(
                        "select "
                                + column
                                + ", count(*) as many from outlook.person_in_care where in_care group by 1")
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getInt("many")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new PatientId(row.getObject("patient_id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getString("reference"),
                UsState.valueOf(row.getString("state")),
                ZoneId.of(row.getString("zone")),
                new PhysicianId(row.getObject("physician_id", UUID.class)),
                new PharmacyId(row.getObject("pharmacy_id", UUID.class)),
                row.getObject("filled_on", LocalDate.class),
                row.getInt("days_supply"),
                row.getObject("covered_through", LocalDate.class),
                row.getBoolean("evaluated"),
                Forms.read(row.getString("forms")),
                FACTS.readValue(row.getString("facts")));
    }
}
