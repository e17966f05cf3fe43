package health.stillwater.review;

import health.stillwater.kernel.PhysicianId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looks after whose patients; one colleague at a time. */
@Component
class Covers {

    private static final String RUNNING =
            "select physician_id, cover_id, since, until from review.cover where ended_at is null and until > ? and ";

    private final JdbcClient jdbc;

    Covers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(PhysicianId physician, PhysicianId cover, Instant until, Instant now) {
        end(physician, now);
        jdbc.sql(
                        "insert into review.cover (id, physician_id, cover_id, since, until) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), physician.value(), cover.value(), utc(now), utc(until))
                .update();
    }

    /** Answers whether there was one to end. */
    boolean end(PhysicianId physician, Instant now) {
        return jdbc.sql(
                                "update review.cover set ended_at = ? where physician_id = ? and ended_at is null")
                        .params(utc(now), physician.value())
                        .update()
                == 1;
    }

    Optional<CoverView> of(PhysicianId physician, Instant now) {
        return jdbc.sql(RUNNING + "physician_id = ?")
                .params(utc(now), physician.value())
                .query(Covers::view)
                .optional();
    }

    List<CoverView> by(PhysicianId cover, Instant now) {
        return jdbc.sql(RUNNING + "cover_id = ? order by until")
                .params(utc(now), cover.value())
                .query(Covers::view)
                .list();
    }

    private static CoverView view(ResultSet row, int number) throws SQLException {
        return new CoverView(
                new PhysicianId(row.getObject("physician_id", UUID.class)),
                new PhysicianId(row.getObject("cover_id", UUID.class)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
