package health.stillwater.enrollment;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.UsState;
import health.stillwater.runtime.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where patients said they were: written line by line, never changed. */
@Component
class LocationBook {

    private final JdbcClient jdbc;

    LocationBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line of it. {@code method} says whether it was told on a page or in a visit. */
    record Line(UsState state, String countyFips, ZoneId zone, String method, Instant at) {

        LocalDate day() {
            return at.atZone(zone).toLocalDate();
        }

        /** Whether it was said on the local day of this instant, which is how long it holds. */
        boolean holdsAt(Instant now) {
            return day().equals(now.atZone(zone).toLocalDate());
        }
    }

    void write(PatientId patient, UsState state, String countyFips, ZoneId zone, Instant now) {
        var method = Acting.now().kind() == Actor.Kind.PHYSICIAN ? "visit" : "attested";
        jdbc.sql(
                        "insert into enrollment.location (patient_id, state, county_fips, zone, method, attested_at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        patient.value(),
                        state.name(),
                        countyFips,
                        zone.getId(),
                        method,
                        Timestamp.from(now))
                .update();
    }

    Optional<Line> latest(PatientId patient) {
        return jdbc.sql(
                        "select state, county_fips, zone, method, attested_at from enrollment.location"
                                + " where patient_id = ? order by id desc limit 1")
                .param(patient.value())
                .query(LocationBook::line)
                .optional();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                UsState.valueOf(row.getString("state")),
                row.getString("county_fips"),
                ZoneId.of(row.getString("zone")),
                row.getString("method"),
                row.getTimestamp("attested_at").toInstant());
    }
}
